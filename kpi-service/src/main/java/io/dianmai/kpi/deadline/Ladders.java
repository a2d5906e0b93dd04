package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All ladders, by kind and effective date. */
public final class Ladders {
    private static final String SHIPPED = "/ladders.json";

    private final Map<DeadlineKind, NavigableMap<Instant, Ladder>> byKind = new EnumMap<>(DeadlineKind.class);

    Ladders(List<Ladder> ladders) {
        for (Ladder ladder : ladders) {
            Ladder other =
                    byKind.computeIfAbsent(ladder.kind(), _ -> new TreeMap<>()).put(ladder.effectiveFrom(), ladder);
            if (other != null) {
                throw new IllegalArgumentException(ladder.kind() + ": two ladders from " + ladder.effectiveFrom());
            }
        }
        for (DeadlineKind kind : DeadlineKind.values()) {
            if (!byKind.containsKey(kind)) {
                throw new IllegalArgumentException(kind + ": no ladder");
            }
        }
    }

    /**
     * The ladders that ship with the service.
     *
     * @throws IllegalArgumentException when they do not hold together
     */
    public static Ladders shipped() throws IOException {
        try (InputStream json = Ladders.class.getResourceAsStream(SHIPPED)) {
            if (json == null) {
                throw new IOException(SHIPPED + " is missing");
            }
            return read(json);
        }
    }

    static Ladders read(InputStream json) {
        return new Ladders(JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(json, new TypeReference<>() {}));
    }

    /** The ladder of a deadline that is due at {@code dueAt}: before the first one's date that one holds too. */
    Ladder of(DeadlineKind kind, Instant dueAt) {
        NavigableMap<Instant, Ladder> ladders = byKind.get(kind);
        if (ladders == null) {
            throw new IllegalStateException("no ladder for " + kind);
        }
        Map.Entry<Instant, Ladder> current = ladders.floorEntry(dueAt);
        return (current == null ? ladders.firstEntry() : current).getValue();
    }
}
