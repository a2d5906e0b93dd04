package io.dianmai.followup.plan;

import static io.dianmai.followup.plan.Given.LEAD;
import static io.dianmai.followup.plan.Given.LEAD_OF_LI;
import static io.dianmai.followup.plan.Given.MONDAY_TEN;
import static io.dianmai.followup.plan.Given.TERMS;
import static io.dianmai.followup.plan.Given.after;
import static io.dianmai.followup.plan.Given.answeredPlan;
import static io.dianmai.followup.plan.Given.events;
import static io.dianmai.followup.plan.Given.newPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import io.dianmai.kit.calendar.BusinessCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A lead was put on file on Monday at ten; its first response is due at half past ten. */
class BusinessHoursChangeTests {
    private static final Instant DUE = MONDAY_TEN.plus(Duration.ofMinutes(30));
    private static final Instant FIVE_PAST = MONDAY_TEN.plus(Duration.ofMinutes(5));
    /** One o'clock in the afternoon. */
    private static final Instant ONE = MONDAY_TEN.plus(Duration.ofHours(3));

    @Test
    void countsTheTaskAnewFromItsStart() {
        assertThat(events(Recounting.byOtherHours(newPlan(), FIVE_PAST, openFrom(13))))
                .containsExactly(moved(DUE, ONE.plus(Duration.ofMinutes(30))));
    }

    @Test
    void countsItAnewInAnotherZone() {
        // Noon in Tokyo is eleven in Shanghai.
        var tokyo = new BusinessCalendar(hours(LocalTime.of(12, 0)), ZoneId.of("Asia/Tokyo"));

        assertThat(events(Recounting.byOtherHours(newPlan(), FIVE_PAST, new FollowUpTerms(TERMS.policy(), tokyo))))
                .containsExactly(moved(DUE, MONDAY_TEN.plus(Duration.ofMinutes(90))));
    }

    @Test
    void comesToTheSameWhenRepeated() {
        FollowUpPlan moved = after(newPlan(), Recounting.byOtherHours(newPlan(), FIVE_PAST, openFrom(13)), FIVE_PAST);

        assertThat(events(Recounting.byOtherHours(moved, FIVE_PAST, openFrom(13))))
                .isEmpty();
        assertThat(events(Recounting.byOtherHours(moved, FIVE_PAST, TERMS)))
                .containsExactly(moved(ONE.plus(Duration.ofMinutes(30)), DUE));
    }

    @Test
    void changesNothingUnderTheSameHours() {
        assertThat(events(Recounting.byOtherHours(newPlan(), FIVE_PAST, TERMS))).isEmpty();
    }

    @Test
    void countsFromNowWhatWouldHaveLapsedBeforeAnybodyKnew() {
        FollowUpPlan late = after(newPlan(), Recounting.byOtherHours(newPlan(), FIVE_PAST, openFrom(13)), FIVE_PAST);
        Instant eleven = MONDAY_TEN.plus(Duration.ofHours(1));

        assertThat(events(Recounting.byOtherHours(late, eleven, TERMS)))
                .containsExactly(moved(ONE.plus(Duration.ofMinutes(30)), eleven.plus(Duration.ofMinutes(30))));
        Instant justBefore = ONE.plus(Duration.ofMinutes(29));
        assertThat(events(Recounting.byOtherHours(late, justBefore, TERMS))).isEmpty();
    }

    @Test
    void neverMovesWhatHasLapsed() {
        assertThat(events(Recounting.byOtherHours(newPlan(), DUE, openFrom(13))))
                .isEmpty();
        assertThat(events(Recounting.byOtherHours(newPlan(), DUE.minusMillis(1), openFrom(13))))
                .hasSize(1);
        FollowUpPlan told = after(newPlan(), Journey.lapsed(newPlan(), LEAD + ":1", DUE), DUE);
        assertThat(events(Recounting.byOtherHours(told, FIVE_PAST, openFrom(13))))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatAPersonHasMoved() {
        var byHand = Moving.byPerson(newPlan(), DUE.plusSeconds(60), "in a meeting", FIVE_PAST, TERMS);
        FollowUpPlan moved = after(newPlan(), byHand, FIVE_PAST).movedByHand();

        assertThat(events(Recounting.byOtherHours(moved, FIVE_PAST, openFrom(13))))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatCountsDaysAndWhatIsClosed() {
        assertThat(events(Recounting.byOtherHours(answeredPlan(), FIVE_PAST, openFrom(13))))
                .isEmpty();
        FollowUpPlan closed = after(newPlan(), Journey.closed(newPlan(), LEAD_OF_LI, CancelReason.LOST), FIVE_PAST);
        assertThat(events(Recounting.byOtherHours(closed, FIVE_PAST, openFrom(13))))
                .isEmpty();
    }

    private static FollowUpEvent moved(Instant from, Instant to) {
        return new FollowUpRescheduled(
                LEAD_OF_LI, LEAD + ":1", TaskPurpose.FIRST_RESPONSE, to, from, false, null, "business hours changed");
    }

    private static FollowUpTerms openFrom(int hour) {
        return new FollowUpTerms(
                TERMS.policy(), new BusinessCalendar(hours(LocalTime.of(hour, 0)), ZoneId.of("Asia/Shanghai")));
    }

    private static BusinessHours hours(LocalTime opens) {
        return new BusinessHours(
                Stream.of(DayOfWeek.values())
                        .collect(Collectors.toMap(
                                Function.identity(), day -> List.of(new Window(opens, LocalTime.of(18, 0))))),
                Set.of(),
                Map.of());
    }
}
