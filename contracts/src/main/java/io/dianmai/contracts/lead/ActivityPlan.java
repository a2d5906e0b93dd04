package io.dianmai.contracts.lead;

import io.dianmai.contracts.Fen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What a market activity is to be.
 *
 * @param name as shown on screens; no personal data
 * @param mainFrom first day of the main phase
 * @param mainTo last day of the main phase
 * @param budget in fen
 * @param targetLeads how many leads it is to bring
 * @param targetOrders how many orders it is to bring
 */
public record ActivityPlan(
        @NotBlank @Size(max = 200) String name,
        LocalDate mainFrom,
        LocalDate mainTo,
        @PositiveOrZero @Max(Fen.MAX) long budget,
        @PositiveOrZero @Max(1000000) int targetLeads,
        @PositiveOrZero @Max(1000000) int targetOrders) {}
