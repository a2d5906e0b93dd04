package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The customer has the vehicle back. */
@EventType("dianmai.fact.vehicle-returned.v1")
public record VehicleReturned(@NotBlank @Size(max = 100) String orderRef) implements StoreFact {}
