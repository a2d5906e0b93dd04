package io.dianmai.kit.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import io.dianmai.contracts.EventData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Creates many aggregates by one write. What exists already, a repeat above all, goes the way of single commands, so that
 * every aggregate ends up as if its commands had been given one by one.
 */
final class BulkCreation<S, E extends EventData> {
    private static final Refusal OUTBOX_FULL = new Refusal(
            Refusal.Kind.UNAVAILABLE, "outbox-full", "Earlier changes are still being sent. Try again later.");

    private final Aggregates<S, E> aggregates;
    private final List<Creation<S, E>> creations;
    private final List<@Nullable Outcome<S>> outcomes;
    private final List<Draft<S>> drafts = new ArrayList<>();

    /** A document not yet written, and whose outcome it will be. */
    private record Draft<S>(int index, Document document, AggregateDocument read, S state) {}

    BulkCreation(Aggregates<S, E> aggregates, List<Creation<S, E>> creations) {
        this.aggregates = aggregates;
        this.creations = creations;
        this.outcomes = new ArrayList<>(creations.size());
    }

    List<Outcome<S>> run() {
        if (!aggregates.awaitRoom()) {
            return creations.stream()
                    .<Outcome<S>>map(_ -> new Outcome.Refused<>(OUTBOX_FULL))
                    .toList();
        }
        for (int index = 0; index < creations.size(); index++) {
            outcomes.add(draft(index, creations.get(index)));
        }
        Set<Integer> existing = insert();
        for (int position = 0; position < drafts.size(); position++) {
            settle(drafts.get(position), existing.contains(position));
        }
        return outcomes.stream().<Outcome<S>>map(BulkCreation::settled).toList();
    }

    /** Null when it became a draft. */
    private @Nullable Outcome<S> draft(int index, Creation<S, E> creation) {
        AggregateDocument nothing = AggregateDocument.absent(creation.id(), creation.storeId());
        var history = new History<>(aggregates.behaviour(), nothing);
        for (Creation.Step<S, E> step : creation.steps()) {
            switch (step.decider().decide(history.state())) {
                case Decision.Refused<E>(Refusal refusal) -> {
                    return new Outcome.Refused<>(refusal);
                }
                case Decision.Accepted<E>(List<E> events) -> history.add(step.command(), events);
            }
        }
        S begun = history.state();
        if (begun == null) {
            return new Outcome.Nothing<>();
        }
        S state = creation.keep().apply(begun);
        List<Command> commands =
                creation.steps().stream().map(Creation.Step::command).toList();
        Document document = aggregates.newDocument(nothing, commands, history, aggregates.write(state));
        drafts.add(new Draft<>(index, document, history.created(commands), state));
        return null;
    }

    /** The positions of those drafts that were not written because something is there already. */
    private Set<Integer> insert() {
        if (drafts.isEmpty()) {
            return Set.of();
        }
        try {
            aggregates
                    .documents()
                    .insertMany(drafts.stream().map(Draft::document).toList(), new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failed) {
            return existing(failed);
        }
    }

    private static Set<Integer> existing(MongoBulkWriteException failed) {
        Set<Integer> existing = new HashSet<>();
        for (BulkWriteError error : failed.getWriteErrors()) {
            if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
            existing.add(error.getIndex());
        }
        return existing;
    }

    private void settle(Draft<S> draft, boolean existed) {
        if (existed) {
            outcomes.set(draft.index(), oneByOne(creations.get(draft.index())));
        } else {
            aggregates.offer(draft.read());
            AggregateDocument read = draft.read();
            var stored = new Stored<>(read.id(), read.storeId(), read.version(), draft.state());
            outcomes.set(draft.index(), new Outcome.Done<>(stored, false));
        }
    }

    /** A repeat stays one only while each of its commands was given before. */
    private Outcome<S> oneByOne(Creation<S, E> creation) {
        Outcome<S> outcome = new Outcome.Nothing<>();
        boolean repeated = true;
        for (Creation.Step<S, E> step : creation.steps()) {
            outcome = aggregates.execute(creation.id(), step.command(), step.decider(), creation.keep());
            if (!(outcome instanceof Outcome.Done<S>(Stored<S> stored, boolean before))) {
                return outcome;
            }
            repeated &= before;
            outcome = new Outcome.Done<>(stored, repeated);
        }
        return outcome;
    }

    private static <S> Outcome<S> settled(@Nullable Outcome<S> outcome) {
        if (outcome == null) {
            throw new IllegalStateException("a draft was neither written nor refused");
        }
        return outcome;
    }
}
