package io.dianmai.kpi.ladder;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What ladders of a kind can say at all.
 *
 * @param actions that the owning service carries out when it hears of a rung
 * @param span how long such a deadline usually runs; where the engine starts the clock, the ladder itself says so
 */
record KindTerms(Clock clock, Set<RungAction> actions, Duration span) {

    /** Who says when it is due. */
    enum Clock {
        /** The event that starts it brings the due time. */
        OF_THE_EVENT,
        /** So long after the event, once. */
        AFTER,
        /** So long after the event, and again and again until it is cleared. */
        AFTER_AND_AGAIN,
        /** So long before an expiry. */
        BEFORE
    }

    KindTerms {
        actions = Set.copyOf(actions);
    }

    static KindTerms of(DeadlineKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> ofTasks(Duration.ofMinutes(30));
            // Twice a month is the longest cadence.
            case FOLLOW_UP -> ofTasks(Duration.ofDays(15));
            case LEAD_IDLE -> started(Clock.AFTER, RungAction.RECALL);
            case STAGE_15_30_60, POOL_REVISIT, CUSTOMER_LAPSE, WARRANTY_CLAIM_AGEING -> started(Clock.AFTER);
            case LOST_REACTIVATION, DEPOSIT_CONTACT -> started(Clock.AFTER_AND_AGAIN);
            case RENEWAL_CONTACT -> started(Clock.BEFORE);
            case PAYMENT_EXPECTED, DELIVERY_EXPECTED, MAINTENANCE_DUE -> told(Duration.ofDays(30));
            case COMPLAINT_RESPONSE -> told(Duration.ofMinutes(30));
            case COMPLAINT_RESOLUTION, HANDOVER_PROMISED -> told(Duration.ofDays(1));
            case STORE_SILENT -> told(Duration.ofDays(7));
        };
    }

    private static KindTerms ofTasks(Duration span) {
        return new KindTerms(
                Clock.OF_THE_EVENT, EnumSet.of(RungAction.NOTIFY, RungAction.MARK_OVERDUE, RungAction.REASSIGN), span);
    }

    private static KindTerms told(Duration span) {
        return new KindTerms(Clock.OF_THE_EVENT, EnumSet.of(RungAction.NOTIFY), span);
    }

    private static KindTerms started(Clock clock, RungAction... acts) {
        EnumSet<RungAction> actions = EnumSet.of(RungAction.NOTIFY, acts);
        return new KindTerms(clock, actions, Duration.ZERO);
    }

    /** How far reminders can be put off at most. */
    Duration longestSnooze(ClockTerms terms) {
        return terms.after().stream().map(Duration::abs).sorted().findFirst().orElse(span);
    }
}
