package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Fen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

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
@EventType("dianmai.fact.vehicle-delivered.v1")
public record VehicleDelivered(
        @NotBlank @Size(max = 100) String leadRef,
        @NotBlank @Size(max = 100) String orderRef,
        @Min(-Fen.MAX) @Max(Fen.MAX) long grossProfit,
        @PositiveOrZero @Max(Fen.MAX) long accessoryRevenue,
        boolean newEnergy,
        boolean flagship,
        boolean insured,
        @PositiveOrZero @Max(36500) int stockAgeDays)
        implements StoreFact {}
