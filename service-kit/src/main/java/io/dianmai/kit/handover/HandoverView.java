package io.dianmai.kit.handover;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a handover.
 *
 * @param found how much was open
 * @param counts how much of it ended how
 */
public record HandoverView(
        String id,
        String storeId,
        String from,
        @Nullable String to,
        Instant time,
        int found,
        Map<String, Integer> counts) {

    public static HandoverView of(Handover done) {
        return new HandoverView(
                done.id(),
                done.storeId(),
                done.from(),
                done.to(),
                done.time(),
                done.work().size(),
                Objects.requireNonNullElse(done.counts(), Map.of()));
    }
}
