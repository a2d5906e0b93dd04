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
import io.dianmai.kpi.clock.Told.SetAnew;
import io.dianmai.kpi.clock.Told.Snoozed;
import io.dianmai.kpi.deadline.ClockChange;
import io.dianmai.kpi.deadline.ClockChanges;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param ladders by which it is due what the engine starts by itself
     * @param place where the store lies
     * @throws ImplausibleEvent when a time in it is beyond all reason: the engine sets no clock by it either
     */
    static List<Heard> in(Envelope<EventData> event, String topic, Instant at, Ladders ladders, Place place) {
        List<Heard> heard = new ArrayList<>();
        if (event.data() instanceof ReminderFired fired) {
            if (fired.kind() != DeadlineKind.STORE_SILENT) {
                add(heard, event, topic, millis(fired.firedAt()), event.aggregateId(), told(fired), null);
            }
        } else if (event.data() instanceof DeadlineSnoozed snoozed) {
            add(heard, event, topic, at, event.aggregateId(), told(snoozed), null);
        } else {
            for (ClockChange change : ClockChanges.of(event, ladders, place)) {
                add(heard, event, topic, at, change.id(), told(change, event.recordedTime()), unlessRuns(change));
            }
        }
        return heard;
    }

    private static void add(
            List<Heard> heard,
            Envelope<?> event,
            String topic,
            Instant at,
            String deadlineId,
            Told told,
            @Nullable String unlessRuns) {
        int part = heard.size();
        ClockFact fact = new ClockFact(topic, event.sequence(), part, at, told);
        heard.add(new Heard(deadlineId, event.storeId(), fact, unlessRuns));
    }

    private static Told told(ReminderFired fired) {
        return new Fired(millis(fired.dueAt()), offset(fired.offsetMinutes()), millis(fired.firedAt()));
    }

    private static Told told(DeadlineSnoozed snoozed) {
        return new Snoozed(millis(snoozed.dueAt()), millis(snoozed.until()), snoozed.reason(), snoozed.by());
    }

    private static Told told(ClockChange change, Instant recordedTime) {
        return switch (change) {
            case ClockChange.Set set ->
                new Armed(set.kind(), set.aggregateId(), set.ownerId(), millis(set.dueAt()), millis(recordedTime));
            case ClockChange.SetAnew anew -> new SetAnew(millis(anew.dueAt()), millis(recordedTime));
            case ClockChange.Stopped _ -> new Cleared();
            case ClockChange.HandedOver handedOver -> new HandedOver(handedOver.ownerId());
        };
    }

    private static @Nullable String unlessRuns(ClockChange change) {
        return change instanceof ClockChange.Set set ? set.unlessRuns() : null;
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
