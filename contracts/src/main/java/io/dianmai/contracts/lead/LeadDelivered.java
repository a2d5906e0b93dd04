package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The vehicle was handed to its owner.
 *
 * @param grossProfit in fen, may be negative
 * @param accessoryRevenue in fen
 * @param newEnergy 新能源
 * @param flagship 旗舰车型
 * @param insured a new-car policy was sold with it
 * @param stockAgeDays days the vehicle stood in stock
 * @param stockVehicleRef the store system's own id of the vehicle in stock that it was
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
        int stockAgeDays,
        @Nullable String stockVehicleRef)
        implements LeadEvent {
    /** Of a vehicle that stock does not know. */
    public LeadDelivered(
            LeadDimensions dimensions,
            String orderId,
            long grossProfit,
            long accessoryRevenue,
            boolean newEnergy,
            boolean flagship,
            boolean insured,
            int stockAgeDays) {
        this(dimensions, orderId, grossProfit, accessoryRevenue, newEnergy, flagship, insured, stockAgeDays, null);
    }
}
