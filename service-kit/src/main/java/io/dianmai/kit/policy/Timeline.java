package io.dianmai.kit.policy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one kind and scope, by the instant from which they hold; where nothing is said any more, the entry is
 * empty.
 */
record Timeline(NavigableMap<Instant, Optional<Object>> entries) {
    static final Timeline EMPTY = new Timeline(new TreeMap<>());

    Timeline {
        entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
    }

    /** What holds then, and since when. */
    Optional<Since> at(Instant time) {
        Map.Entry<Instant, Optional<Object>> entry = entries.floorEntry(time);
        return entry == null ? Optional.empty() : entry.getValue().map(policy -> new Since(policy, entry.getKey()));
    }

    /** A policy and from when on it holds. */
    record Since(Object policy, Instant from) {}

    /** Whether a policy holds from exactly then on. */
    boolean startsAt(Instant instant) {
        return entries.getOrDefault(instant, Optional.empty()).isPresent();
    }

    /** When another one holds, or none, than at that instant; null when it is the last. */
    @Nullable
    Instant changeAfter(Instant instant) {
        return entries.higherKey(instant);
    }

    /** When the first one holds, or ends; null when nothing was said. */
    @Nullable
    Instant start() {
        return entries.isEmpty() ? null : entries.firstKey();
    }

    /** Whether no policy holds then, nor will. */
    boolean isSilentFrom(Instant instant) {
        return at(instant).isEmpty()
                && entries.tailMap(instant, true).values().stream().allMatch(Optional::isEmpty);
    }

    /** Those that begin later. */
    List<Since> after(Instant instant) {
        return entries.tailMap(instant, false).entrySet().stream()
                .flatMap(entry -> entry.getValue().map(policy -> new Since(policy, entry.getKey())).stream())
                .toList();
    }

    /** What it would be if this held as well, up to whatever is said next. */
    Timeline with(Object policy, Instant from) {
        NavigableMap<Instant, Optional<Object>> more = new TreeMap<>(entries);
        put(more, policy, from);
        return new Timeline(more);
    }

    /** It holds on, also where something else had ended. */
    static void put(NavigableMap<Instant, Optional<Object>> entries, Object policy, Instant from) {
        entries.tailMap(from, true).values().removeIf(Optional::isEmpty);
        entries.put(from, Optional.of(policy));
    }
}
