package io.dianmai.kpi.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTests {
    private static List<BigDecimal> months(String total, int year, WorkingDays days) {
        return Spread.overMonths(new BigDecimal(total), year, days);
    }

    @Test
    void aYearOfCarsIsSpreadByWorkingDaysInWholeCars() {
        assertThat(months("1200", 2026, WorkingDays.of(Sample.hours2026())))
                .isEqualTo(Sample.numbers(
                        "105", "94", "101", "101", "102", "101", "105", "101", "106", "81", "98", "105"));
    }

    @Test
    void aLeapYearWeighsFebruaryHeavier() {
        assertThat(months("366", 2028, WorkingDays.EVERY_DAY).get(1)).isEqualByComparingTo("29");
        assertThat(months("365", 2026, WorkingDays.EVERY_DAY).get(1)).isEqualByComparingTo("28");
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "11", "100", "0", "1199", "12345678.91", "0.01", "33.3", "999999999.99"})
    void monthsAddUpToTheYearToTheLastUnit(String total) {
        for (int year : new int[] {2026, 2028, 2100}) {
            List<BigDecimal> months = months(total, year, WorkingDays.of(Sample.hours2026()));

            assertThat(months).hasSize(12).allMatch(month -> month.signum() >= 0);
            assertThat(months.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(total);
            assertThat(months).allMatch(month -> month.scale() <= new BigDecimal(total).scale());
        }
    }
}
