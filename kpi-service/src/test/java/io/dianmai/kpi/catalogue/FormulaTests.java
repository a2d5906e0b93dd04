package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTests {
    private static final Map<String, BigDecimal> COUNTERS =
            Map.of("walkIns", BigDecimal.valueOf(7), "calls", BigDecimal.valueOf(5), "orders", BigDecimal.ONE);

    @ParameterizedTest
    @CsvSource({"walkIns, 7", "walkIns+calls, 12", "walkIns-calls, 2", "walkIns-calls-orders+calls, 6", "-calls, -5"})
    void addsAndSubtracts(String formula, BigDecimal value) {
        assertThat(Formula.parse(formula).value(COUNTERS::get)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "walkIns+", "walkIns calls", "2*calls", "Calls", "walk-ins--calls", "calls/0"})
    void refusesWhatIsNoFormula(String text) {
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatNoEventFeeds() {
        assertThat(Formula.parse("calls+target:calls-unheardOf").missing())
                .containsExactly("target:calls", "unheardOf");
    }

    @ParameterizedTest
    @CsvSource({
        "PERCENT, 1, 3, 33.33",
        "PERCENT, 2, 3, 66.67",
        "PERCENT, 1, 1, 100",
        "YUAN, 12345, 1, 123.45",
        "YUAN, 1000000, 1, 10000",
        "HOURS, 95, 1, 1.6",
        "MINUTES, 25, 2, 12.5",
        "COUNT, 12, 1, 12",
        "YEARS, 730500, 1000, 2"
    })
    void unitsRoundOnceAtTheEnd(KpiUnit unit, BigDecimal numerator, BigDecimal denominator, String value) {
        assertThat(unit.of(numerator, denominator)).hasToString(value);
    }
}
