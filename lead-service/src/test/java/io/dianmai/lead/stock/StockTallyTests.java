package io.dianmai.lead.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockTallyTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final StockPolicy POLICY = StockPolicy.KIND.shipped();

    @Test
    void addsUpAModel() {
        var tally = new StockTally();
        tally.add(car(10_000, false, false), 10, POLICY);
        tally.add(car(20_000, true, true), 60, POLICY);
        tally.add(car(40_000, false, false), 90, POLICY);

        assertThat(tally.line())
                .isEqualTo(new StockLine(3, 1, 2, 1, new BigDecimal("53.3"), 90, 70_000, 1, 20_000, 1, 40_000));
        assertThat(new StockTally().line().meanAgeDays()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"59,false,false", "60,true,false", "89,true,false", "90,false,true"})
    void warnsBeforeItCallsAged(long ageDays, boolean warned, boolean aged) {
        assertThat(POLICY.warned(ageDays)).isEqualTo(warned);
        assertThat(POLICY.aged(ageDays)).isEqualTo(aged);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T15:59:59.999Z,1", // the 9th in Shanghai
        "2026-03-09T16:00:00Z,0", // the 10th
        "2026-03-11T00:00:00Z,0"
    })
    void countsCalendarDaysOfTheStore(Instant agedFrom, long days) {
        Instant now = Instant.parse("2026-03-10T01:30:00Z");
        assertThat(StockAge.days(agedFrom, now, SHANGHAI)).isEqualTo(days);
    }

    @Test
    void selectsByTheAgeThatItShows() {
        Instant now = Instant.parse("2026-03-10T01:30:00Z");
        Instant before = StockAge.arrivedBefore(now, 90, SHANGHAI);

        assertThat(StockAge.days(before.minusMillis(1), now, SHANGHAI)).isEqualTo(90);
        assertThat(StockAge.days(before, now, SHANGHAI)).isEqualTo(89);
    }

    @Test
    void refusesAPolicyThatMakesNoSense() {
        var check = StockPolicy.KIND.check();
        assertThat(check.flaws(new StockPolicy(90, 90))).isEmpty();
        assertThat(check.flaws(new StockPolicy(90, 91))).extracting("pointer").containsExactly("/warnAfterDays");
        assertThat(check.flaws(new StockPolicy(0, 1)))
                .extracting("pointer")
                .containsExactly("/agedAfterDays", "/warnAfterDays");
        assertThat(check.flaws(new StockPolicy(731, 1))).extracting("pointer").containsExactly("/agedAfterDays");
    }

    private static VehicleOnHand car(long cost, boolean allocated, boolean clashing) {
        return new VehicleOnHand("s1", "Yunhai X5", cost, Instant.EPOCH, allocated, clashing);
    }
}
