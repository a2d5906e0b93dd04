package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;

/**
 * The vehicle was handed to its owner.
 *
 * @param grossProfit in fen, may be negative
 * @param accessoryRevenue in fen
 * @param newEnergy 新能源
 * @param flagship 旗舰车型
 * @param insured a new-car policy was sold with it
 * @param stockAgeDays days the vehicle stood in stock
 */
@EventType("dianmai.lead.delivered.v1")
public record LeadDelivered(
        LeadDimensions dimensions,
        String orderId,
        long grossProfit,
        long accessoryRevenue,
        boolean newEnergy,
        boolean flagship,
        boolean insured,
        int stockAgeDays)
        implements LeadEvent {}
