package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiUnitTests {
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
    void roundsOnceAtTheEnd(KpiUnit unit, BigDecimal numerator, BigDecimal denominator, String value) {
        assertThat(unit.of(numerator, denominator)).hasToString(value);
    }
}
