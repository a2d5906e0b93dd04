package io.dianmai.kit.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that was said about the policies of one kind and scope, in the order in which it was said. */
public record PolicyHistory(PolicyKey key, List<PolicyChange> changes) {
    /** Years of monthly changes; a document has its limits, also with policies of the largest size. */
    static final int MOST_CHANGES = 200;

    public PolicyHistory {
        changes = List.copyOf(changes);
    }

    static PolicyHistory nothing(PolicyKey key) {
        return new PolicyHistory(key, List.of());
    }

    /** What comes of a change. */
    public sealed interface Outcome {
        record Said(PolicyHistory history) implements Outcome {}

        /** It says what holds already. */
        record Unchanged(PolicyHistory history) implements Outcome {}

        /** The history has another revision than was expected. */
        record Stale(int revision) implements Outcome {}

        /** Another policy holds from the same instant on. */
        record DateTaken(Instant from) implements Outcome {}

        /** Things were decided by it already. */
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
        NavigableMap<Instant, Optional<Object>> entries = new TreeMap<>();
        for (PolicyChange change : changes) {
            switch (change) {
                case PolicyChange.Put put -> Timeline.put(entries, put.policy(), put.from());
                case PolicyChange.Ended ended -> {
                    entries.tailMap(ended.from(), true).clear();
                    entries.put(ended.from(), Optional.empty());
                }
                case PolicyChange.Cancelled cancelled -> entries.remove(cancelled.from());
            }
        }
        return new Timeline(entries);
    }

    /**
     * Adds a change.
     *
     * @param expected the revision that it must have; null for whichever it has
     */
    Outcome with(PolicyChange change, @Nullable Integer expected) {
        if (expected != null && expected != revision()) {
            return new Outcome.Stale(revision());
        }
        Outcome objection = objection(change, timeline());
        if (objection != null) {
            return objection;
        }
        if (changes.size() >= MOST_CHANGES) {
            return new Outcome.Full(MOST_CHANGES);
        }
        List<PolicyChange> more = new ArrayList<>(changes);
        more.add(change);
        return new Outcome.Said(new PolicyHistory(key, more));
    }

    private @Nullable Outcome objection(PolicyChange change, Timeline said) {
        return switch (change) {
            case PolicyChange.Put put -> {
                if (said.at(put.from())
                        .filter(held -> held.policy().equals(put.policy()))
                        .isPresent()) {
                    yield new Outcome.Unchanged(this);
                }
                yield said.startsAt(put.from()) ? new Outcome.DateTaken(put.from()) : null;
            }
            case PolicyChange.Ended ended -> said.isSilentFrom(ended.from()) ? new Outcome.Nothing() : null;
            case PolicyChange.Cancelled cancelled -> {
                if (!said.startsAt(cancelled.from())) {
                    yield new Outcome.Nothing();
                }
                yield cancelled.from().isAfter(cancelled.at()) ? null : new Outcome.Begun();
            }
        };
    }
}
