package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Tier;
import io.dianmai.kpi.counter.Counter;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueFileTests {
    private static final String GOOD =
            "close-rate,成交率,Close rate,sales,ratio,orders,leadsRegistered,percent,higher,,,,month,";

    private CounterList counters = new CounterList(List.of());
    private List<Kpi> shipped = List.of();

    @BeforeAll
    void read() throws IOException {
        counters = CounterFile.shipped();
        shipped = CatalogueFile.shipped(counters);
    }

    @Test
    void theShippedOneHoldsTogether() {
        assertThat(shipped).hasSize(95);
        assertThat(shipped.stream().filter(Kpi::available)).hasSizeGreaterThan(44);
        assertThat(kpi("sales-attainment").available()).isTrue();
        assertThat(kpi("sales-attainment").names()).containsExactly("vehiclesDelivered", "target.vehiclesDelivered");
        assertThat(kpi("nps").missing()).containsExactly("promoters", "detractors", "surveyAnswers");
        assertThat(kpi("nps").available()).isFalse();
        assertThat(kpi("active-customer-growth").missing()).containsExactly("activeCustomers");
        assertThat(kpi("bay-turnover").available()).isTrue();
        assertThat(kpi("follow-up-overdue").available()).isTrue();
    }

    @Test
    void everyNameInItIsFedKnownPlannedOrWaitsForANamedEvent() {
        Set<String> used = new HashSet<>();
        for (Kpi kpi : shipped) {
            used.addAll(kpi.names());
            for (String name : kpi.names()) {
                CounterEntry entry = Objects.requireNonNull(counters.find(name).orElse(null), name);
                assertThat(kpi.missing().contains(name)).as(name).isEqualTo(entry.waitsFor() != null);
            }
        }
        assertThat(counters.all().stream()
                        .filter(CounterEntry::isWaiting)
                        .map(CounterEntry::name)
                        .filter(name -> !used.contains(name)))
                .as("waiting for an event that no KPI needs")
                .isEmpty();
        assertThat(Arrays.stream(Counter.values())
                        .map(Counter::catalogueName)
                        .filter(name -> !used.contains(name) && !name.startsWith("cohort")))
                .containsExactly("eventsMissing");
    }

    @Test
    void aTierHasItsOwnTargetOrThatOfAll() {
        assertThat(kpi("bay-turnover").targets().of(Tier.PREMIUM)).isEqualTo("2..3");
        assertThat(kpi("bay-turnover").targets().of(null)).isNull();
        assertThat(kpi("call-share").targets().of(Tier.MID)).isEqualTo("40");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Close-Rate,a,b,c,ratio,orders,calls,percent,higher,,,,month,   | code: Must be lower-case words
                    other,,b,c,ratio,orders,calls,percent,higher,,,,month,         | nameZh: Must be a text
                    other,a,,c,ratio,orders,calls,percent,higher,,,,month,         | nameEn: Must be a text
                    other,a,b,c,quota,orders,calls,percent,higher,,,,month,        | kind: Must be one of ratio, sum
                    other,a,b,c,ratio,orders,calls,parsec,higher,,,,month,         | unit: Must be one of count, ratio
                    other,a,b,c,ratio,orders,calls,percent,upwards,,,,month,       | better: Must be one of higher, lower, range
                    other,a,b,c,ratio,orders,calls,percent,higher,,,,week,         | period: Must be one of day, tenday, month
                    other,a,b,c,ratio,orders,calls,percent,higher,ten,,,month,     | targets/all: Must be a number
                    other,a,b,c,ratio,orders,calls,percent,higher,,9..3,,month,    | targets/mid: Must be a number
                    other,a,b,c,ratio,orders,calls,percent,range,90,,,month,       | better: Range needs targets that are ranges
                    other,a,b,c,ratio,orders,,percent,higher,,,,month,             | denominator: ratio needs a denominator
                    other,a,b,c,sum,orders,calls,percent,higher,,,,month,          | denominator: sum takes no denominator
                    other,a,b,c,ratio,orders^2,calls,percent,higher,,,,month,      | numerator, character 7: This character
                    other,a,b,c,ratio,orders,target:calls,percent,higher,,,,month, | denominator, character 7: This character
                    other,a,b,c,ratio,orders+luck,calls,percent,higher,,,,month,   | numerator, character 8: No counter is called luck
                    other,a,b,c,ratio,orders,target.bays,percent,higher,,,,month,  | No counter is called target.bays
                    other,a,b,c,ratio,7,calls,percent,higher,,,,month,             | A numerator names at least one counter
                    other,a,b,c,ratio,orders,calls-calls,percent,higher,,,,month,  | denominator, character 1: The denominator is always zero
                    other,a,b,c,ratio,orders,calls/0,percent,higher,,,,month,      | denominator, character 6: What this divides by
                    other,a,b,c,ratio,orders,members,percent,higher,,,,month,      | kind: members is a state
                    other,a,b,c,count,bays,,percent,higher,,,,month,               | kind: bays is a state
                    other,a,b,c,gauge,orders,,percent,higher,,,,month,             | kind: orders is no state
                    other,a,b,c,gauge-ratio,orders,calls,percent,higher,,,,month,  | kind: No state takes part
                    close-rate,a,b,c,ratio,orders,calls,percent,higher,,,,month,   | code close-rate is there twice
                    other,成交率,b,c,ratio,orders,calls,percent,higher,,,,month,      | name_zh 成交率 is there twice
                    other,a,Close rate,c,ratio,orders,calls,percent,higher,,,,month, | name_en Close rate is there twice
                    close-rate,a,b,c,ratio,orders,calls,percent                    | 14 cells
                    """)
    void refusesALineThatDoesNotHoldTogether(String line, String reason) {
        assertThatThrownBy(() -> read(GOOD + "\n" + line.strip()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("own.csv, line 3: ")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAWrongHeaderAndTakesAByteOrderMark() throws IOException {
        assertThatThrownBy(() -> CatalogueFile.read("own.csv", new StringReader("code,name"), counters))
                .hasMessageStartingWith("own.csv, line 1: ");
        String marked = "\uFEFF" + CatalogueFile.HEADER + "\r\n" + GOOD + "\r\n";
        assertThat(CatalogueFile.read("own.csv", new StringReader(marked), counters))
                .hasSize(1);
    }

    @Test
    void peoplesKpisComeAfterThoseOfTheFileAndNeverHideThem() throws IOException {
        Kpi own = read(GOOD.replace("close-rate", "own")).getFirst();
        Kpi sameCode = read(GOOD).getFirst();
        Catalogue catalogue = new Catalogue(shipped, () -> Map.of("own", own, "close-rate", sameCode));

        assertThat(catalogue.all()).hasSize(96).last().isSameAs(own);
        assertThat(catalogue.find("own")).containsSame(own);
        assertThat(catalogue.find("close-rate")).containsSame(kpi("close-rate"));
        assertThat(catalogue.find("luck")).isEmpty();
    }

    private List<Kpi> read(String lines) throws IOException {
        return CatalogueFile.read("own.csv", new StringReader(CatalogueFile.HEADER + "\n" + lines), counters);
    }

    private Kpi kpi(String code) {
        return shipped.stream()
                .filter(kpi -> kpi.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
