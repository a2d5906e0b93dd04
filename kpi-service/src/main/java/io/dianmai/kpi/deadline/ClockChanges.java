package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.deadline.ClockChange.HandedOver;
import io.dianmai.kpi.deadline.ClockChange.SetAnew;
import io.dianmai.kpi.deadline.ClockChange.Stopped;
import io.dianmai.kpi.ladder.ClockTerms;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What an event does to clocks, by the engine's own rules, for whoever follows them beside the engine. */
public final class ClockChanges {
    private final Ladders ladders;
    private final Place place;
    private final Instant recordedAt;
    private final Instant time;

    private ClockChanges(Ladders ladders, Place place, Instant recordedAt, Instant time) {
        this.ladders = ladders;
        this.place = place;
        this.recordedAt = recordedAt;
        this.time = time;
    }

    /**
     * In the order in which the engine applies them. That reminders are put off is told by the event alone.
     *
     * @param place where the store of the event lies
     */
    public static List<ClockChange> of(Envelope<EventData> event, Ladders ladders, Place place) {
        var changes = new ClockChanges(ladders, place, event.recordedTime(), event.time());
        return DeadlineRules.changes(event).stream()
                .<ClockChange>flatMap(change -> changes.in(change).stream())
                .toList();
    }

    private List<? extends ClockChange> in(DeadlineChange change) {
        return switch (change) {
            case DeadlineChange.Arm arm ->
                List.of(new ClockChange.Set(arm.id(), arm.kind(), arm.aggregateId(), arm.ownerId(), arm.dueAt(), null));
            case DeadlineChange.Start start -> start(start);
            case DeadlineChange.Restart restart -> restart(restart);
            case DeadlineChange.Clear clear -> series(clear.id(), Stopped::new);
            case DeadlineChange.HandOver handOver ->
                series(handOver.id(), id -> new HandedOver(id, handOver.ownerId()));
            case DeadlineChange.Snooze _ -> List.of();
        };
    }

    private List<ClockChange.Set> start(DeadlineChange.Start start) {
        ClockTerms terms = terms(start.kind(), start.from());
        return IntStream.range(0, terms.after().size())
                .mapToObj(i -> new ClockChange.Set(
                        DeadlineBook.inSeries(start.id(), i),
                        start.kind(),
                        start.aggregateId(),
                        start.ownerId(),
                        due(start.from(), terms, i),
                        start.unlessRuns()))
                .toList();
    }

    private List<SetAnew> restart(DeadlineChange.Restart restart) {
        ClockTerms terms = LeadClocks.startedKind(restart.id())
                .map(kind -> terms(kind, restart.from()))
                .orElse(ClockTerms.OF_THE_EVENT);
        return IntStream.range(0, terms.after().size())
                .mapToObj(i -> new SetAnew(DeadlineBook.inSeries(restart.id(), i), due(restart.from(), terms, i)))
                .toList();
    }

    private Instant due(Instant from, ClockTerms terms, int i) {
        return DeadlineBook.ahead(from.plus(terms.after().get(i)), terms.every(), recordedAt);
    }

    /** One change for each clock of a series; most clocks are alone. */
    private <C extends ClockChange> List<C> series(String id, Function<String, C> change) {
        int clocks = LeadClocks.startedKind(id)
                .map(kind -> terms(kind, time).after().size())
                .orElse(1);
        return IntStream.range(0, clocks)
                .mapToObj(i -> change.apply(DeadlineBook.inSeries(id, i)))
                .toList();
    }

    private ClockTerms terms(DeadlineKind kind, Instant at) {
        return ladders.of(kind, place, at).clock();
    }
}
