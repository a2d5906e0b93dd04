package io.dianmai.lead.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.ActivityCancelled;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPhaseEntered;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.contracts.lead.ActivityPlanned;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.MarketingCostBooked;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.activity.ActivityCommand.Announcement;
import io.dianmai.lead.activity.ActivityCommand.Booking;
import io.dianmai.lead.activity.ActivityCommand.Cancellation;
import io.dianmai.lead.activity.ActivityCommand.Move;
import io.dianmai.lead.activity.ActivityCommand.Planning;
import io.dianmai.lead.activity.ActivityCommand.Replanning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketActivityTests {
    private static final Instant TIME = Instant.parse("2026-03-10T01:30:00Z");
    private static final ActivityPlan PLAN = plan("2026-04-11", "2026-04-13");

    private final ActivityBehaviour behaviour = new ActivityBehaviour();
    private @Nullable MarketActivity activity;

    @Test
    void isPlannedOnceAndReplannedByWhoeverAnnouncesIt() {
        assertThat(does(new Planning("show", PLAN))).containsExactly(new ActivityPlanned("show", PLAN));
        assertThat(refusal(new Planning("show", PLAN))).isEqualTo(ActivityRefusals.ALREADY_PLANNED);
        assertThat(does(new Announcement("show", PLAN))).as("nothing new").isEmpty();

        ActivityPlan longer = plan("2026-04-11", "2026-04-14");
        assertThat(does(new Announcement("show", longer))).containsExactly(new ActivityPlanned("show", longer));
        assertThat(does(new Replanning(PLAN))).containsExactly(new ActivityPlanned("show", PLAN));
        assertThat(activity().plan().plan()).isEqualTo(PLAN);
        assertThat(activity().plannedAt()).isEqualTo(TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-11,2026-04-10,activity-ends-before-start",
        "2026-04-11,9999-12-31,activity-dates-impossible",
        "9999-12-31,9999-12-31,activity-dates-impossible",
        "1999-12-31,2026-04-11,activity-dates-impossible",
        "2026-04-11,2031-03-11,activity-dates-impossible"
    })
    void refusesDaysThatCannotBe(String from, String to, String code) {
        assertThat(refusal(new Planning("show", plan(from, to))).code()).isEqualTo(code);
        assertThat(refusal(new Announcement("show", plan(from, to))).code()).isEqualTo(code);
    }

    @Test
    void takesOneDayAndFiveYearsAtMost() {
        assertThat(does(new Planning("show", plan("2026-04-11", "2026-04-11")))).hasSize(1);
        assertThat(does(new Replanning(plan("2026-04-11", "2031-03-10")))).hasSize(1);
    }

    @Test
    void goesForwardThroughItsPhasesAndMaySkipSome() {
        planned();
        assertThat(activity().phase()).isNull();
        assertThat(does(new Move(ActivityPhase.BEFORE)))
                .containsExactly(new ActivityPhaseEntered("show", ActivityPhase.BEFORE));
        assertThat(does(new Move(ActivityPhase.BEFORE))).isEmpty();
        assertThat(does(new Move(ActivityPhase.AFTER)))
                .containsExactly(new ActivityPhaseEntered("show", ActivityPhase.AFTER));
        assertThat(refusal(new Move(ActivityPhase.MAIN))).isEqualTo(ActivityRefusals.PHASE_GOES_BACK);
        does(new Move(ActivityPhase.CLOSED));
        assertThat(refusal(new Replanning(plan("2026-05-01", "2026-05-02")))).isEqualTo(ActivityRefusals.CLOSED);
        assertThat(refusal(new Cancellation())).isEqualTo(ActivityRefusals.CLOSED);
    }

    @Test
    void isOverOnceCancelledButForItsInvoices() {
        planned();
        assertThat(does(new Cancellation())).containsExactly(new ActivityCancelled("show"));
        assertThat(refusal(new Cancellation())).isEqualTo(ActivityRefusals.CANCELLED);
        assertThat(refusal(new Move(ActivityPhase.MAIN))).isEqualTo(ActivityRefusals.CANCELLED);
        assertThat(refusal(new Replanning(plan("2026-05-01", "2026-05-02")))).isEqualTo(ActivityRefusals.CANCELLED);
        assertThat(does(new Booking("F1", null, 500_000))).hasSize(1);
    }

    @Test
    void booksEachCostOnce() {
        planned();
        assertThat(does(new Booking("F1", Channel.EVENT, 500_000)))
                .containsExactly(new MarketingCostBooked("show", Channel.EVENT, "F1", 500_000));
        assertThat(does(new Booking("F1", Channel.EVENT, 500_000))).isEmpty();
        assertThat(refusal(new Booking("F1", Channel.EVENT, 400_000)))
                .isEqualTo(ActivityRefusals.COST_OTHERWISE_BOOKED);
        does(new Booking("F2", null, -200_000));
        assertThat(activity().costs().total()).isEqualTo(300_000);
        assertThat(activity().costs().latest(1))
                .extracting(CostBook.Cost::costId)
                .containsExactly("F2");
    }

    @Test
    void isUnknownUntilAnnounced() {
        assertThat(refusal(new Booking("F1", null, 1))).isEqualTo(ActivityRefusals.NOT_FOUND);
        assertThat(refusal(new Move(ActivityPhase.MAIN))).isEqualTo(ActivityRefusals.NOT_FOUND);
    }

    @Test
    void keepsABookForEachChannel() {
        var booking = new Booking("F1", Channel.WEB, 700);
        var event = new MarketingCostBooked(null, Channel.WEB, "F1", 700);

        assertThat(ChannelCosts.book(null, booking)).isEqualTo(Decision.accept(event));
        ChannelCosts book = ChannelCosts.apply(null, event, TIME);
        assertThat(ChannelCosts.book(book, booking)).isEqualTo(Decision.accept());
        assertThat(book.costs().total()).isEqualTo(700);
    }

    private void planned() {
        does(new Planning("show", PLAN));
    }

    private static ActivityPlan plan(String from, String to) {
        return new ActivityPlan("Spring show", LocalDate.parse(from), LocalDate.parse(to), 8_000_000, 120, 15);
    }

    private List<ActivityEvent> does(ActivityCommand asked) {
        var decision = MarketActivity.decide(activity, asked, TIME);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        var events = ((Decision.Accepted<ActivityEvent>) decision).events();
        events.forEach(event -> activity = behaviour.apply("id", activity, event, TIME));
        return events;
    }

    private Refusal refusal(ActivityCommand asked) {
        var decision = MarketActivity.decide(activity, asked, TIME);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<ActivityEvent>) decision).refusal();
    }

    private MarketActivity activity() {
        if (activity == null) {
            throw new AssertionError("no activity yet");
        }
        return activity;
    }
}
