package io.dianmai.kit.aggregate;

import io.dianmai.contracts.EventData;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Many commands, read by one query and written by one bulk write: what a batch of events asks of many aggregates. Each
 * aggregate ends up as if its commands had been given one by one. Nothing has happened until {@link #write} returns.
 * Confined to one thread.
 */
public final class CommandGroup<S, E extends EventData> implements Commands<S, E> {
    private final Aggregates<S, E> aggregates;
    private final Map<String, Draft<S, E>> drafts = new HashMap<>();

    CommandGroup(Aggregates<S, E> aggregates, Collection<String> ids) {
        this.aggregates = aggregates;
        aggregates.load(ids).forEach(read -> drafts.put(read.id(), aggregates.draft(read)));
        ids.forEach(id -> drafts.putIfAbsent(id, null));
    }

    @Override
    public Optional<Stored<S>> find(String id) {
        Draft<S, E> draft = drafts.get(id);
        return draft != null && draft.outcome(true) instanceof Outcome.Done<S>(Stored<S> stored, var _)
                ? Optional.of(stored)
                : Optional.empty();
    }

    /** Decides it against what those before have made of the aggregate, which must be one of those the group is for. */
    @Override
    public Outcome<S> execute(String id, Command command, Decider<S, E> decider, UnaryOperator<S> keep) {
        if (!drafts.containsKey(id)) {
            throw new IllegalArgumentException(id + " is none of those that this group is for");
        }
        Draft<S, E> draft = drafts.get(id);
        if (draft == null) {
            draft = aggregates.draft(AggregateDocument.absent(id, command.storeId()));
        }
        Outcome<S> outcome = draft.carryOut(command, decider, keep);
        if (draft.changed()) {
            drafts.put(id, draft);
        }
        return outcome;
    }

    /**
     * Writes all that has changed.
     *
     * @throws OptimisticLockingFailureException when somebody else has changed one of them since: the others may be
     *     written then, so the commands are to be given again, one by one, each of which is carried out once
     */
    public void write() {
        List<Draft<S, E>> changed = drafts.values().stream()
                .filter(draft -> draft != null && draft.changed())
                .toList();
        if (!changed.isEmpty()) {
            aggregates.writeAll(changed);
        }
    }
}
