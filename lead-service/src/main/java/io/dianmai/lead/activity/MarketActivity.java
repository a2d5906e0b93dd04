package io.dianmai.lead.activity;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.ActivityCancelled;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPhaseEntered;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.contracts.lead.ActivityPlanned;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.activity.ActivityCommand.Announcement;
import io.dianmai.lead.activity.ActivityCommand.Booking;
import io.dianmai.lead.activity.ActivityCommand.Cancellation;
import io.dianmai.lead.activity.ActivityCommand.Change;
import io.dianmai.lead.activity.ActivityCommand.Move;
import io.dianmai.lead.activity.ActivityCommand.Planning;
import io.dianmai.lead.activity.ActivityCommand.Replanning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 市场活动: a market activity of a store. It goes through its phases forward only; what it costs may be booked at any time,
 * for invoices come when they come.
 *
 * @param activityId the store's own id of it, as leads name it
 * @param plannedAt when it was first planned
 * @param phase absent until the first has begun
 */
record MarketActivity(
        String activityId,
        KeptPlan plan,
        Instant plannedAt,
        @Nullable ActivityPhase phase,
        @Nullable Instant cancelledAt,
        CostBook costs) {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int YEARS_AHEAD = 5;

    /** What a command comes to, for an activity that may not be on file yet. */
    static Decision<ActivityEvent> decide(@Nullable MarketActivity activity, ActivityCommand asked, Instant time) {
        return switch (asked) {
            case Planning(String activityId, ActivityPlan plan) ->
                activity == null ? planned(activityId, plan, time) : refuse(ActivityRefusals.ALREADY_PLANNED);
            case Announcement(String activityId, ActivityPlan plan) ->
                activity == null ? planned(activityId, plan, time) : activity.replan(plan, time);
            case Change change -> activity == null ? refuse(ActivityRefusals.NOT_FOUND) : activity.decide(change, time);
        };
    }

    private Decision<ActivityEvent> decide(Change asked, Instant time) {
        return switch (asked) {
            case Replanning(ActivityPlan next) -> replan(next, time);
            case Move(ActivityPhase next) -> move(next);
            case Cancellation _ ->
                over().map(Decision::<ActivityEvent>refuse).orElseGet(() -> accept(new ActivityCancelled(activityId)));
            case Booking booking -> costs.book(activityId, booking);
        };
    }

    private Decision<ActivityEvent> replan(ActivityPlan next, Instant time) {
        if (KeptPlan.of(next).equals(plan)) {
            return accept();
        }
        return over().map(Decision::<ActivityEvent>refuse).orElseGet(() -> planned(activityId, next, time));
    }

    private Decision<ActivityEvent> move(ActivityPhase next) {
        if (cancelledAt != null) {
            return refuse(ActivityRefusals.CANCELLED);
        }
        if (next == phase) {
            return accept();
        }
        return phase != null && next.compareTo(phase) < 0
                ? refuse(ActivityRefusals.PHASE_GOES_BACK)
                : accept(new ActivityPhaseEntered(activityId, next));
    }

    /** Why nothing can be changed any more, if nothing can. */
    private Optional<Refusal> over() {
        if (cancelledAt != null) {
            return Optional.of(ActivityRefusals.CANCELLED);
        }
        return phase == ActivityPhase.CLOSED ? Optional.of(ActivityRefusals.CLOSED) : Optional.empty();
    }

    private static Decision<ActivityEvent> planned(String activityId, ActivityPlan plan, Instant time) {
        if (plan.mainTo().isBefore(plan.mainFrom())) {
            return refuse(ActivityRefusals.ENDS_BEFORE_START);
        }
        LocalDate latest = LocalDate.ofInstant(time, ZoneOffset.UTC).plusYears(YEARS_AHEAD);
        return plan.mainFrom().isBefore(EARLIEST) || plan.mainTo().isAfter(latest)
                ? refuse(ActivityRefusals.DATES_IMPOSSIBLE)
                : accept(new ActivityPlanned(activityId, plan));
    }

    MarketActivity with(KeptPlan next) {
        return new MarketActivity(activityId, next, plannedAt, phase, cancelledAt, costs);
    }

    MarketActivity with(CostBook next) {
        return new MarketActivity(activityId, plan, plannedAt, phase, cancelledAt, next);
    }

    MarketActivity in(ActivityPhase next) {
        return new MarketActivity(activityId, plan, plannedAt, next, cancelledAt, costs);
    }

    MarketActivity cancelled(Instant time) {
        return new MarketActivity(activityId, plan, plannedAt, phase, time, costs);
    }
}
