package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The complaint was settled.
 *
 * @param onTime not after the {@code resolveDueAt} of its opening
 * @param satisfied what the customer said when asked; absent when not asked
 */
@EventType("dianmai.aftersales.complaint-resolved.v1")
public record ComplaintResolved(
        JobDimensions dimensions,
        ComplaintCategory category,
        boolean onTime,
        @Nullable Boolean satisfied) implements ComplaintEvent {}
