package io.dianmai.kpi.ladder;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All ladders, by kind, scope and effective date. Never changes: a change is another one of these. */
public final class Ladders {
    private final long version;
    private final Map<DeadlineKind, Map<LadderScope, Timeline>> byKind = new EnumMap<>(DeadlineKind.class);

    private Ladders(long version, Map<DeadlineKind, Map<LadderScope, Timeline>> byKind) {
        this.version = version;
        this.byKind.putAll(byKind);
        for (DeadlineKind kind : DeadlineKind.values()) {
            if (timeline(kind, LadderScope.group()).entries().isEmpty()) {
                throw new IllegalArgumentException(kind + ": no ladder");
            }
        }
    }

    /**
     * These ladders and no others.
     *
     * @throws IllegalArgumentException when a kind has none for the whole group, or two of one scope and date
     */
    public static Ladders of(long version, List<Ladder> ladders) {
        return of(version, ladders, List.of());
    }

    /** Those that ship, and before them what headquarters has said. */
    static Ladders of(long version, List<Ladder> shipped, Collection<LadderHistory> said) {
        Map<DeadlineKind, Map<LadderScope, Timeline>> byKind = new EnumMap<>(DeadlineKind.class);
        shipped.stream()
                .collect(groupingBy(ladder -> new LadderKey(ladder.kind(), ladder.scope())))
                .forEach((key, some) -> put(byKind, key, Timeline.of(some)));
        said.forEach(history -> put(byKind, history.key(), history.timeline()));
        return new Ladders(version, byKind);
    }

    private static void put(Map<DeadlineKind, Map<LadderScope, Timeline>> byKind, LadderKey key, Timeline timeline) {
        byKind.computeIfAbsent(key.kind(), _ -> new HashMap<>())
                .merge(key.scope(), timeline, (shipped, said) -> said.over(shipped));
    }

    /** What these would be if this ladder held as well, from its date on; nothing is changed. */
    public Ladders with(Ladder ladder) {
        Map<DeadlineKind, Map<LadderScope, Timeline>> changed = new EnumMap<>(DeadlineKind.class);
        byKind.forEach((kind, timelines) -> changed.put(kind, new HashMap<>(timelines)));
        LadderKey key = new LadderKey(ladder.kind(), ladder.scope());
        put(changed, key, Timeline.of(List.of(ladder)));
        return new Ladders(version, changed);
    }

    /**
     * The ladders that ship with the service.
     *
     * @throws IllegalArgumentException when they do not hold together
     */
    public static Ladders shipped() throws IOException {
        LadderFile file = LadderFile.shipped();
        return of(file.version(0), file.ladders());
    }

    /**
     * Grows with each change that headquarters makes, and is the same on every instance that has heard the same; another
     * one, too, when the ladders that ship are others.
     */
    public long version() {
        return version;
    }

    /**
     * The ladder of a deadline that is due at {@code dueAt}. Of the scopes that the place lies in, the most specific one
     * with a ladder for that instant wins; before the group's first ladder that one holds too.
     */
    public Ladder of(DeadlineKind kind, Place place, Instant dueAt) {
        Map<LadderScope, Timeline> timelines = byKind.getOrDefault(kind, Map.of());
        if (timelines.size() == 1) {
            // The group's, as most kinds have none but that.
            return timeline(kind, LadderScope.group()).at(dueAt).orElseGet(() -> first(kind));
        }
        for (LadderScope scope : place.scopes()) {
            Timeline timeline = timelines.get(scope);
            Optional<Ladder> ladder = timeline == null ? Optional.empty() : timeline.at(dueAt);
            if (ladder.isPresent()) {
                return ladder.get();
            }
        }
        return first(kind);
    }

    private Ladder first(DeadlineKind kind) {
        return timeline(kind, LadderScope.group()).ladders().findFirst().orElseThrow();
    }

    /** The ladders of deadlines that are due then, by kind, the less specific ones first. */
    List<Ladder> inForce(Instant dueAt) {
        return byKind.values().stream()
                .flatMap(timelines -> timelines.values().stream()
                        .flatMap(timeline -> timeline.at(dueAt).stream())
                        .sorted(comparing(Ladder::scope, LadderScope.ORDER)))
                .toList();
    }

    Timeline timeline(LadderKey key) {
        return timeline(key.kind(), key.scope());
    }

    private Timeline timeline(DeadlineKind kind, LadderScope scope) {
        return byKind.getOrDefault(kind, Map.of()).getOrDefault(scope, Timeline.EMPTY);
    }
}
