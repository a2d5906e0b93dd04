package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.contracts.org.Tier;
import io.dianmai.kpi.counter.Counter;
import java.io.IOException;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFileTests {
    private static final String GOOD =
            "close-rate,成交率,Close rate,sales,ratio,orders,leadsRegistered,percent,higher,,,,month,";

    @Test
    void theShippedOneHoldsTogether() throws IOException {
        Catalogue catalogue = CatalogueFile.shipped();

        assertThat(catalogue.all()).hasSize(85);
        assertThat(catalogue.all().stream().filter(Kpi::available)).hasSizeGreaterThan(35);
        assertThat(kpi(catalogue, "sales-attainment").missing()).containsExactly("target:vehiclesDelivered");
        assertThat(kpi(catalogue, "sales-attainment").available()).isFalse();
        assertThat(kpi(catalogue, "active-customer-growth").available()).isFalse();
        assertThat(kpi(catalogue, "follow-up-overdue").available()).isTrue();
    }

    @Test
    void everyCounterServesAKpi() throws IOException {
        Set<Counter> used = new HashSet<>();
        for (Kpi kpi : CatalogueFile.shipped().all()) {
            used.addAll(kpi.numerator().counters());
            if (kpi.denominator() != null) {
                used.addAll(kpi.denominator().counters());
            }
        }

        // These serve the funnel and the answers' warning of gaps; the gross profit of repairs is written out there.
        Set<Counter> others = EnumSet.range(Counter.EVENTS_MISSING, Counter.COHORT_LOST);
        others.add(Counter.REPAIR_GROSS_PROFIT);
        assertThat(used).containsAll(EnumSet.complementOf(EnumSet.copyOf(others)));
    }

    @Test
    void aTierHasItsOwnTargetOrThatOfAll() throws IOException {
        Catalogue catalogue = CatalogueFile.shipped();

        assertThat(kpi(catalogue, "bay-turnover").targets().of(Tier.PREMIUM)).isEqualTo("2..3");
        assertThat(kpi(catalogue, "bay-turnover").targets().of(null)).isNull();
        assertThat(kpi(catalogue, "call-share").targets().of(Tier.MID)).isEqualTo("40");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Close-Rate,a,b,c,ratio,orders,calls,percent,higher,,,,month,   | no code
                    close-rate,,b,c,ratio,orders,calls,percent,higher,,,,month,    | name_zh is empty
                    close-rate,a,b,c,quota,orders,calls,percent,higher,,,,month,   | unknown KpiKind "quota"
                    close-rate,a,b,c,ratio,orders,calls,parsec,higher,,,,month,    | unknown KpiUnit "parsec"
                    close-rate,a,b,c,ratio,orders,calls,percent,higher,ten,,,month,| no target: "ten"
                    close-rate,a,b,c,ratio,orders,,percent,higher,,,,month,        | ratio needs a denominator
                    close-rate,a,b,c,sum,orders,calls,percent,higher,,,,month,     | sum takes no denominator
                    close-rate,a,b,c,ratio,orders*2,calls,percent,higher,,,,month, | no formula: "orders*2"
                    close-rate,a,b,c,ratio,orders,calls,percent                    | 14 cells
                    """)
    void refusesALineThatDoesNotHoldTogether(String line, String reason) {
        assertThatThrownBy(() -> read(GOOD.replace("close-rate", "other") + "\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("KPI catalogue, line 3: ")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesACodeThatIsThereTwiceAndAWrongHeader() {
        assertThatThrownBy(() -> read(GOOD + "\n" + GOOD))
                .hasMessageContaining("line 3")
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> CatalogueFile.read(new StringReader("code,name")))
                .hasMessageContaining("line 1");
    }

    private static Catalogue read(String lines) throws IOException {
        return CatalogueFile.read(new StringReader(CatalogueFile.HEADER + "\n" + lines));
    }

    private static Kpi kpi(Catalogue catalogue, String code) {
        return Objects.requireNonNull(catalogue.find(code).orElse(null));
    }
}
