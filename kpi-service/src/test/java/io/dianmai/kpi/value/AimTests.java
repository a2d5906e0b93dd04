package io.dianmai.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.catalogue.Kpi.Better;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimTests {

    @ParameterizedTest
    @CsvSource({
        "95, HIGHER, 95, 100, true",
        "95, HIGHER, 94.99, 99.99, false",
        "95, HIGHER, 190, 200, true",
        "0, HIGHER, 5, , true",
        "4, LOWER, 4, 100, true",
        "4, LOWER, 4.01, 99.75, false",
        "4, LOWER, 0, , true",
        "0, LOWER, 0, 100, true",
        "0, LOWER, 3, 0, false",
        "80..110, RANGE, 80, 100, true",
        "80..110, RANGE, 110, 100, true",
        "80..110, RANGE, 79.99, 99.99, false",
        "80..110, RANGE, 220, 50, false",
        "95, HIGHER, , , "
    })
    void saysHowAValueStandsToIt(
            String aim,
            Better better,
            @Nullable BigDecimal value,
            @Nullable BigDecimal attainment,
            @Nullable Boolean met) {
        Target target = Target.of(Aim.parse(aim), value, better);

        assertThat(target.attainment()).isEqualTo(attainment);
        assertThat(target.met()).isEqualTo(met);
    }
}
