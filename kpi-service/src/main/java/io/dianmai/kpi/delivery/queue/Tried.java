package io.dianmai.kpi.delivery.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt.
 *
 * @param outcome {@code delivered}, {@code retry}, {@code dead} or {@code refused}
 * @param status of the protocol, when it was delivered
 * @param reason when it was not
 * @param millis how long it took
 */
public record Tried(
        Instant at,
        String outcome,
        @Nullable Integer status,
        @Nullable String reason,
        long millis) {}
