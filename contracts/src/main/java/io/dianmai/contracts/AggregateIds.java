package io.dianmai.contracts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of events and aggregates. */
public final class AggregateIds {
    private static final UUID NAMESPACE = UUID.fromString("6f1c1f6e-6d5c-5a3e-9f0b-2a1d0c7b8e11");
    private static final TimeBasedEpochGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();
    private static final NameBasedGenerator NAME_BASED = Generators.nameBasedGenerator(NAMESPACE);

    private AggregateIds() {}

    /** A new UUIDv7, ordered by time. */
    public static String next() {
        return TIME_ORDERED.generate().toString();
    }

    /**
     * The id of the aggregate that a store calls {@code reference}: a UUIDv5, so the same reference names the same
     * aggregate in every service, without asking anybody.
     *
     * @param kind the aggregate's kind, for example {@code lead}
     */
    public static String of(String storeId, String kind, String reference) {
        return NAME_BASED
                .generate((storeId + '\n' + kind + '\n' + reference).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
