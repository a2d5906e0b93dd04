package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Another service adviser has the complaint from now on; {@code dimensions} already name the new one.
 *
 * @param previousAdviserId staff id of the old one; absent when nobody had it
 */
@EventType("dianmai.aftersales.complaint-reassigned.v1")
public record ComplaintReassigned(
        JobDimensions dimensions,
        ComplaintCategory category,
        @Nullable String previousAdviserId) implements ComplaintEvent {}
