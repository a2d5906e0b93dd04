package io.dianmai.gateway.ingest.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What a client may send to one instance of the gateway.
 *
 * @param perSecond events a second in the long run
 * @param burst events that it may send at once after a pause
 */
record EventRate(
        @Min(1) @Max(1_000_000) int perSecond,
        @Min(1) @Max(10_000_000) int burst) {
    /** Seconds in which a whole burst comes back, at least one. */
    long window() {
        return Math.max(1, Math.ceilDiv(burst, perSecond));
    }
}
