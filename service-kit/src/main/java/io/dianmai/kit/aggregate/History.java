package io.dianmai.kit.aggregate;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.EventData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a document by further events. */
final class History<S, E extends EventData> {
    private final Behaviour<S, E> behaviour;
    private final AggregateDocument before;
    private final List<PendingEvent> pending = new ArrayList<>();
    private @Nullable S state;
    private long sequence;

    /** Of an aggregate that does not exist yet. */
    History(Behaviour<S, E> behaviour, AggregateDocument absent) {
        this(behaviour, absent, null);
    }

    History(Behaviour<S, E> behaviour, AggregateDocument before, @Nullable S state) {
        this.behaviour = behaviour;
        this.before = before;
        this.state = state;
        this.sequence = before.sequence();
    }

    void add(Command command, List<E> events) {
        for (E event : events) {
            sequence++;
            state = behaviour.apply(before.id(), state, event, command.time());
            pending.add(PendingEvent.of(AggregateIds.next(), event, sequence, command));
        }
    }

    @Nullable
    S state() {
        return state;
    }

    long sequence() {
        return sequence;
    }

    List<PendingEvent> pending() {
        return List.copyOf(pending);
    }

    /** The document as it is once it is written for the first time, as far as the relay needs it. */
    AggregateDocument created(List<Command> commands) {
        List<String> ids = commands.stream().map(Command::id).toList();
        return new AggregateDocument(before.id(), before.storeId(), 1, sequence, null, pending(), ids, before.heard());
    }
}
