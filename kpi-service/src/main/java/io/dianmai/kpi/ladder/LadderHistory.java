package io.dianmai.kpi.ladder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that was said about the ladders of one kind and scope, in the order in which it was said. */
public record LadderHistory(LadderKey key, List<LadderChange> changes) {
    /** Years of weekly changes; a document has its limits. */
    private static final int MOST_CHANGES = 500;

    public LadderHistory {
        changes = List.copyOf(changes);
    }

    static LadderHistory nothing(LadderKey key) {
        return new LadderHistory(key, List.of());
    }

    /** What comes of a change. */
    public sealed interface Outcome {
        record Said(LadderHistory history) implements Outcome {}

        /** It says what holds already. */
        record Unchanged(LadderHistory history) implements Outcome {}

        /** The history has another revision than was expected. */
        record Stale(int revision) implements Outcome {}

        /** Another ladder holds from the same instant on. */
        record DateTaken(Ladder ladder) implements Outcome {}

        /** Deadlines go by it already. */
        record Begun() implements Outcome {}

        /** There is nothing to end or to cancel. */
        record Nothing() implements Outcome {}

        record Full(int changes) implements Outcome {}
    }

    /** Grows by one with each change. */
    public int revision() {
        return changes.size();
    }

    /** What is said now, and for which times. */
    Timeline timeline() {
        NavigableMap<Instant, Optional<Ladder>> entries = new TreeMap<>();
        for (LadderChange change : changes) {
            switch (change) {
                case LadderChange.Put put -> {
                    // It holds on, also where something else had ended.
                    entries.tailMap(put.from(), true).values().removeIf(Optional::isEmpty);
                    entries.put(put.from(), Optional.of(put.ladder()));
                }
                case LadderChange.Ended ended -> {
                    entries.tailMap(ended.from(), true).clear();
                    entries.put(ended.from(), Optional.empty());
                }
                case LadderChange.Cancelled cancelled -> entries.remove(cancelled.from());
            }
        }
        return new Timeline(entries);
    }

    /**
     * Adds a change.
     *
     * @param expected the revision that it must have; null for whichever it has
     */
    Outcome with(LadderChange change, @Nullable Integer expected) {
        if (expected != null && expected != revision()) {
            return new Outcome.Stale(revision());
        }
        Outcome objection = objection(change);
        if (objection != null) {
            return objection;
        }
        if (changes.size() >= MOST_CHANGES) {
            return new Outcome.Full(MOST_CHANGES);
        }
        List<LadderChange> more = new ArrayList<>(changes);
        more.add(change);
        return new Outcome.Said(new LadderHistory(key, more));
    }

    private @Nullable Outcome objection(LadderChange change) {
        Timeline said = timeline();
        return switch (change) {
            case LadderChange.Put put -> objection(put.ladder(), said);
            case LadderChange.Ended ended -> said.isSilentFrom(ended.from()) ? new Outcome.Nothing() : null;
            case LadderChange.Cancelled cancelled -> {
                if (said.startingAt(cancelled.from()).isEmpty()) {
                    yield new Outcome.Nothing();
                }
                yield cancelled.from().isAfter(cancelled.at()) ? null : new Outcome.Begun();
            }
        };
    }

    private @Nullable Outcome objection(Ladder ladder, Timeline said) {
        Optional<Ladder> holding = said.at(ladder.effectiveFrom());
        if (holding.isPresent() && holding.get().saysTheSameAs(ladder)) {
            return new Outcome.Unchanged(this);
        }
        return said.startingAt(ladder.effectiveFrom())
                .<Outcome>map(Outcome.DateTaken::new)
                .orElse(null);
    }
}
