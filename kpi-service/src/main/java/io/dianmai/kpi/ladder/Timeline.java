package io.dianmai.kpi.ladder;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ladders of one kind and scope, by the instant from which they hold; where nothing is said any more, the entry is
 * empty.
 */
record Timeline(NavigableMap<Instant, Optional<Ladder>> entries) {
    static final Timeline EMPTY = new Timeline(new TreeMap<>());

    Timeline {
        entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
    }

    static Timeline of(List<Ladder> ladders) {
        NavigableMap<Instant, Optional<Ladder>> entries = new TreeMap<>();
        for (Ladder ladder : ladders) {
            if (entries.put(ladder.effectiveFrom(), Optional.of(ladder)) != null) {
                throw new IllegalArgumentException(ladder.kind() + ": two ladders from " + ladder.effectiveFrom());
            }
        }
        return new Timeline(entries);
    }

    /** The ladder of deadlines that are due then. */
    Optional<Ladder> at(Instant dueAt) {
        Map.Entry<Instant, Optional<Ladder>> entry = entries.floorEntry(dueAt);
        return entry == null ? Optional.empty() : entry.getValue();
    }

    /** Whether, and which, ladder holds from exactly then on. */
    Optional<Ladder> startingAt(Instant instant) {
        return entries.getOrDefault(instant, Optional.empty());
    }

    /** When another one holds, or none, than at that instant; null when it is the last. */
    @Nullable
    Instant changeAfter(Instant instant) {
        return entries.higherKey(instant);
    }

    /** Whether no ladder holds then, nor will. */
    boolean isSilentFrom(Instant instant) {
        return at(instant).isEmpty()
                && entries.tailMap(instant, true).values().stream().allMatch(Optional::isEmpty);
    }

    Stream<Ladder> ladders() {
        return entries.values().stream().flatMap(Optional::stream);
    }

    /** These ladders, and where they say nothing, those. */
    Timeline over(Timeline those) {
        TreeSet<Instant> changes = new TreeSet<>(entries.keySet());
        changes.addAll(those.entries.keySet());
        NavigableMap<Instant, Optional<Ladder>> merged = new TreeMap<>();
        changes.forEach(instant -> merged.put(instant, at(instant).or(() -> those.at(instant))));
        return new Timeline(merged);
    }
}
