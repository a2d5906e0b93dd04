package io.dianmai.lead.stock;

import io.dianmai.kit.aggregate.Refusal;

/** Why vehicles refuse commands. */
final class VehicleRefusals {
    static final Refusal NOT_FOUND =
            Refusal.notFound("vehicle-not-found", "The store has no such vehicle. State first that it was received.");
    static final Refusal ALREADY_STOCKED =
            Refusal.conflict("vehicle-already-stocked", "The store has this vehicle in stock already.");
    static final Refusal SOLD = Refusal.conflict("vehicle-sold", "The vehicle was sold already.");
    static final Refusal GONE =
            Refusal.conflict("vehicle-transferred", "Another store of the group has the vehicle now. Ask there.");
    static final Refusal ALLOCATED = Refusal.conflict(
            "vehicle-allocated", "The vehicle is for an order. Release it first, or choose another vehicle.");
    static final Refusal NOT_ALLOCATED =
            Refusal.conflict("vehicle-not-allocated", "The vehicle is for no order: there is nothing to release.");
    static final Refusal OTHER_ORDER = Refusal.conflict(
            "vehicle-for-another-order", "The vehicle is for another order than the one named. Release it first.");
    static final Refusal SAME_STORE =
            Refusal.invalid("transfer-to-same-store", "A vehicle cannot be transferred to the store that has it.");
    static final Refusal UNKNOWN_STORE = Refusal.invalid(
            "transfer-to-unknown-store", "The group has no store with this id. Check the id of the receiving store.");
    static final Refusal AGED_FROM_IMPOSSIBLE = Refusal.invalid(
            "aged-from-impossible",
            "A vehicle came into stock since 2000, and not after it was received. Check agedFrom.");
    static final Refusal OTHER_VEHICLE =
            Refusal.conflict("reference-taken", "The store has another vehicle by this reference.");

    private VehicleRefusals() {}
}
