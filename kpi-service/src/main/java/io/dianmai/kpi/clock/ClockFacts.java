package io.dianmai.kpi.clock;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.deadline.DeadlineSnoozed;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.ImplausibleEvent;
import io.dianmai.kpi.clock.Told.Armed;
import io.dianmai.kpi.clock.Told.Cleared;
import io.dianmai.kpi.clock.Told.Fired;
import io.dianmai.kpi.clock.Told.HandedOver;
import io.dianmai.kpi.clock.Told.Snoozed;
import io.dianmai.kpi.deadline.ClockChanges;
import io.dianmai.kpi.deadline.DeadlineChange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What events say of clocks. The silence of a store is not among them: no event sets its clock. */
final class ClockFacts {
    /** Twice what a ladder can say. */
    private static final long MOST_MINUTES = Duration.ofDays(2 * 366).toMinutes();

    private ClockFacts() {}

    /**
     * In the order of the event's changes; none for most events.
     *
     * @param topic that it came from
     * @param at when it came to be known there
     * @throws ImplausibleEvent when a time in it is beyond all reason: the engine sets no clock by it either
     */
    static List<Heard> in(Envelope<EventData> event, String topic, Instant at) {
        List<Heard> heard = new ArrayList<>();
        if (event.data() instanceof ReminderFired fired) {
            if (fired.kind() != DeadlineKind.STORE_SILENT) {
                add(heard, event, topic, millis(fired.firedAt()), event.aggregateId(), told(fired));
            }
        } else if (event.data() instanceof DeadlineSnoozed snoozed) {
            add(heard, event, topic, at, event.aggregateId(), told(snoozed));
        } else {
            for (DeadlineChange change : ClockChanges.of(event)) {
                add(heard, event, topic, at, change.id(), told(change, event.recordedTime()));
            }
        }
        return heard;
    }

    private static void add(
            List<Heard> heard, Envelope<?> event, String topic, Instant at, String deadlineId, Told told) {
        int part = heard.size();
        ClockFact fact = new ClockFact(topic, event.sequence(), part, at, told);
        heard.add(new Heard(deadlineId, event.storeId(), fact));
    }

    private static Told told(ReminderFired fired) {
        return new Fired(millis(fired.dueAt()), offset(fired.offsetMinutes()), millis(fired.firedAt()));
    }

    private static Told told(DeadlineSnoozed snoozed) {
        return new Snoozed(millis(snoozed.dueAt()), millis(snoozed.until()), snoozed.reason(), snoozed.by());
    }

    private static Told told(DeadlineChange change, Instant recordedTime) {
        return switch (change) {
            case DeadlineChange.Arm arm ->
                new Armed(arm.kind(), arm.aggregateId(), arm.ownerId(), millis(arm.dueAt()), millis(recordedTime));
            case DeadlineChange.Clear _ -> new Cleared();
            case DeadlineChange.HandOver handOver -> new HandedOver(handOver.ownerId());
        };
    }

    private static Duration offset(long minutes) {
        if (minutes < -MOST_MINUTES || minutes > MOST_MINUTES) {
            throw new ImplausibleEvent("a rung is years from the due time");
        }
        return Duration.ofMinutes(minutes);
    }

    /** Neither the engine nor the store of documents keeps more. */
    private static Instant millis(Instant instant) {
        ImplausibleEvent.unlessInRange(instant, "a time of a deadline");
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
