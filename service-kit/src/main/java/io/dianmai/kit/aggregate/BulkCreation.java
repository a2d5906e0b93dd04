package io.dianmai.kit.aggregate;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import io.dianmai.contracts.EventData;
import io.dianmai.kit.store.TakenIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
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
    private final List<Begun<S, E>> drafts = new ArrayList<>();

    /** A document not yet written, and whose outcome it will be. */
    private record Begun<S, E extends EventData>(int index, Draft<S, E> draft) {}

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
        Draft<S, E> draft = aggregates.draft(AggregateDocument.absent(creation.id(), creation.storeId()));
        for (Creation.Step<S, E> step : creation.steps()) {
            Outcome<S> outcome = draft.carryOut(step.command(), step.decider(), UnaryOperator.identity());
            if (outcome instanceof Outcome.Refused<S>) {
                return outcome;
            }
        }
        if (!draft.changed()) {
            return new Outcome.Nothing<>();
        }
        draft.keep(creation.keep());
        drafts.add(new Begun<>(index, draft));
        return null;
    }

    /** The positions of those drafts that were not written because something is there already. */
    private Set<Integer> insert() {
        if (drafts.isEmpty()) {
            return Set.of();
        }
        try {
            var now = aggregates.now();
            List<Document> documents = drafts.stream()
                    .map(begun -> begun.draft().inserted(aggregates::write, now))
                    .toList();
            aggregates.documents().insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failed) {
            return TakenIds.in(failed);
        }
    }

    private void settle(Begun<S, E> begun, boolean existed) {
        int index = begun.index();
        if (existed) {
            outcomes.set(index, oneByOne(creations.get(index)));
        } else {
            aggregates.sendNewsOf(begun.draft());
            outcomes.set(index, begun.draft().outcome(false));
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
