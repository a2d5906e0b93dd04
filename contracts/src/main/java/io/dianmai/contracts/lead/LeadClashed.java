package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import java.time.Instant;

/**
 * 跨店撞单: the customer is on file at another store of the group, which was first. Headquarters hears of it.
 *
 * @param firstStoreId where the customer was registered first
 * @param protectedUntil until when that store's claim is protected
 */
@EventType("dianmai.lead.clashed.v1")
public record LeadClashed(
        LeadDimensions dimensions, String firstStoreId, Instant firstRegisteredAt, Instant protectedUntil)
        implements LeadEvent {}
