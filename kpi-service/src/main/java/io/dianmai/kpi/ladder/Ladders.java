package io.dianmai.kpi.ladder;

import static java.util.stream.Collectors.groupingBy;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.io.IOException;
import java.time.Instant;
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
        Map<DeadlineKind, Map<LadderScope, Timeline>> byKind = new EnumMap<>(DeadlineKind.class);
        ladders.stream()
                .collect(groupingBy(Ladder::kind, groupingBy(Ladder::scope)))
                .forEach((kind, scopes) -> {
                    Map<LadderScope, Timeline> timelines = new HashMap<>();
                    scopes.forEach((scope, some) -> timelines.put(scope, Timeline.of(some)));
                    byKind.put(kind, timelines);
                });
        return new Ladders(version, byKind);
    }

    /**
     * The ladders that ship with the service.
     *
     * @throws IllegalArgumentException when they do not hold together
     */
    public static Ladders shipped() throws IOException {
        return of(0, LadderFile.shipped());
    }

    /** Grows with each change, and is the same on every instance that has heard the same. */
    public long version() {
        return version;
    }

    /**
     * The ladder of a deadline that is due at {@code dueAt}. Of the scopes that the place lies in, the most specific one
     * with a ladder for that instant wins; before the group's first ladder that one holds too.
     */
    public Ladder of(DeadlineKind kind, Place place, Instant dueAt) {
        Map<LadderScope, Timeline> timelines = byKind.getOrDefault(kind, Map.of());
        for (LadderScope scope : place.scopes()) {
            Timeline timeline = timelines.get(scope);
            Optional<Ladder> ladder = timeline == null ? Optional.empty() : timeline.at(dueAt);
            if (ladder.isPresent()) {
                return ladder.get();
            }
        }
        return timeline(kind, LadderScope.group()).entries().values().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    Timeline timeline(DeadlineKind kind, LadderScope scope) {
        return byKind.getOrDefault(kind, Map.of()).getOrDefault(scope, Timeline.EMPTY);
    }
}
