package io.dianmai.lead.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.pool.PoolPolicy.ShareOut;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Claims TWO =
            Claims.NONE.plus("l1", TODAY.minusDays(1), Set.of()).plus("l2", TODAY, Set.of("l1"));

    @Test
    void areLimitedByDay() {
        assertThat(TWO.objection(policy(2, null), TODAY, Set.of("l1", "l2"))).isEmpty();
        assertThat(TWO.objection(policy(1, null), TODAY, Set.of()))
                .get()
                .extracting(Refusal::code)
                .isEqualTo("claims-per-day-reached");
        assertThat(TWO.objection(policy(1, null), TODAY.plusDays(1), Set.of())).isEmpty();
    }

    @Test
    void areLimitedByWhatIsStillOpen() {
        assertThat(TWO.objection(policy(null, 2), TODAY, Set.of("l1", "l2")))
                .get()
                .extracting(Refusal::code)
                .isEqualTo("open-claims-reached");
        assertThat(TWO.objection(policy(null, 2), TODAY, Set.of("l1"))).isEmpty();
    }

    @Test
    void forgetWhatIsNeitherOfTodayNorStillHis() {
        assertThat(TWO.plus("l3", TODAY, Set.of("l1")).leadIds()).containsExactly("l1", "l2", "l3");
        assertThat(TWO.plus("l3", TODAY.plusDays(1), Set.of("l1")).leadIds()).containsExactly("l1", "l3");
        assertThat(TWO.without("l2").leadIds()).containsExactly("l1");
    }

    @Test
    void ofOneLeadAndDayCountOnce() {
        assertThat(TWO.holds("l2", TODAY)).isTrue();
        assertThat(TWO.holds("l1", TODAY)).isFalse();
        assertThat(TWO.plus("l1", TODAY, Set.of("l1")).made()).hasSize(2);
    }

    @Test
    void followAPolicyThatCanBeReadAndMakesSense() {
        var policy =
                new PoolPolicy(5, null, 30, 24, Duration.ofDays(10), new ShareOut("team-1", 20, LocalTime.of(9, 0)));
        String text = EventJson.MAPPER.writeValueAsString(policy);

        assertThat(EventJson.MAPPER.readValue(text, PoolPolicy.class)).isEqualTo(policy);
        assertThat(text).contains("\"contactWithin\":\"PT240H\"");
        assertThat(new PoolCheck().flaws(policy)).isEmpty();
        var wrong = new PoolPolicy(0, 0, -1, -1, Duration.ZERO, new ShareOut(" ", 0, null));
        assertThat(new PoolCheck().flaws(wrong))
                .extracting(violation -> violation.pointer())
                .containsExactly(
                        "/claimsPerDay",
                        "/openClaims",
                        "/ownLeadAfterDays",
                        "/refuseWithinHours",
                        "/contactWithin",
                        "/shareOut/teamId",
                        "/shareOut/perDay");
    }

    private static PoolPolicy policy(@Nullable Integer perDay, @Nullable Integer open) {
        return new PoolPolicy(perDay, open, 30, 24, Duration.ofDays(10), null);
    }
}
