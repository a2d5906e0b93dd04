package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.kpi.counter.Counter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class CounterFileTests {
    @Test
    void listsEveryCounterThatIsFed() throws IOException {
        CounterList counters = CounterFile.shipped();

        for (Counter counter : Counter.values()) {
            CounterEntry entry = entry(counters, counter.catalogueName());
            assertThat(entry.isWaiting()).as(entry.name()).isFalse();
            assertThat(entry.kind()).isEqualTo(counter.isGauge() ? FigureKind.LEVEL : FigureKind.FLOW);
        }
        assertThat(counters.all())
                .filteredOn(entry -> entry.kind() == FigureKind.REGISTRY)
                .extracting(CounterEntry::name)
                .containsExactlyInAnyOrderElementsOf(CounterFile.REGISTRY);
    }

    @Test
    void everyCounterCanBeATarget() throws IOException {
        CounterList counters = CounterFile.shipped();

        assertThat(entry(counters, "target.vehiclesDelivered"))
                .returns(FigureKind.TARGET, CounterEntry::kind)
                .returns(false, CounterEntry::isWaiting);
        assertThat(entry(counters, "target.members").waitsFor()).isEqualTo("dianmai.aftersales.membership-changed.v1");
        assertThat(counters.find("target.bays")).isEmpty();
        assertThat(counters.find("target.target.orders")).isEmpty();
        assertThat(counters.find("target.luck")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Luck,运气,count,flow,dianmai.lead.lost.v1,,                     | no name: "Luck"
                    luck,,count,flow,,dianmai.lead.lucky.v1,                        | name_zh is empty
                    luck,运气,grams,flow,,dianmai.lead.lucky.v1,                     | unit "grams" is none of count, fen
                    luck,运气,count,chance,,dianmai.lead.lucky.v1,                   | kind "chance" is none of flow, level
                    luck,运气,count,flow,,,                                          | either fed_by or waits_for
                    orders,运气,count,flow,dianmai.lead.ordered.v1,dianmai.lead.lucky.v1, | either fed_by or waits_for
                    luck,运气,count,flow,dianmai.lead.lucky.v1,,                     | fed_by names no event: "dianmai.lead.lucky.v1"
                    luck,运气,count,flow,,Lucky,                                     | no event type: "Lucky"
                    luck,运气,count,flow,,dianmai.lead.lost.v1,                      | dianmai.lead.lost.v1 is raised
                    luck,运气,count,flow,dianmai.lead.lost.v1,,                      | luck is listed as fed, but no event feeds it
                    calls,运气,count,flow,,dianmai.lead.lucky.v1,                    | calls is fed, but listed as waiting
                    calls,运气,count,level,dianmai.lead.visit-logged.v1,,            | calls is no level
                    followUpsOverdue,运气,count,flow,dianmai.followup.overdue.v1,,   | followUpsOverdue is a level
                    desks,运气,count,registry,dianmai.org.store-published.v1,,       | the registry knows no desks
                    luck,运气,count,target,,dianmai.lead.lucky.v1,                   | targets are not listed
                    orders,运气,count,flow,dianmai.lead.ordered.v1,,                 | name orders is there twice
                    luck,订单,count,flow,,dianmai.lead.lucky.v1,                     | name_zh 订单 is there twice
                    luck,运气,count                                                  | 7 cells
                    """)
    void refusesALineThatDoesNotHoldTogether(String line, String reason) throws IOException {
        String good = shipped();
        int next = (int) good.lines().count() + 1;

        assertThatThrownBy(() -> read(good + line.strip() + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("counters.csv, line " + next + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void namesTheCountersThatAreFedButNotListed() throws IOException {
        String good = shipped();
        String without = good.lines()
                .filter(line -> !line.startsWith("orders,") && !line.startsWith("calls,"))
                .reduce("", (text, line) -> text + line + "\n");

        assertThat(read(good).all()).hasSizeGreaterThan(110);
        assertThatThrownBy(() -> read(without)).hasMessageContaining("[orders, calls]");
        assertThatThrownBy(() -> read("name,unit\n"))
                .hasMessageStartingWith("counters.csv, line 1: the header must be");
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("counters.csv, line 1");
    }

    private static String shipped() throws IOException {
        return new ClassPathResource(CounterFile.SHIPPED).getContentAsString(StandardCharsets.UTF_8);
    }

    private static CounterList read(String text) throws IOException {
        return CounterFile.read("counters.csv", new StringReader(text));
    }

    private static CounterEntry entry(CounterList counters, String name) {
        return Objects.requireNonNull(counters.find(name).orElse(null), name);
    }
}
