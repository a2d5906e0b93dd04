package io.dianmai.lead.stock;

import io.dianmai.contracts.lead.StockVehicle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of a vehicle, whoever asks: a store system, a person or the event of a lead. */
sealed interface VehicleCommand {

    /**
     * 入库: the store has it now.
     *
     * @param cost in fen
     * @param agedFrom when it came into the stock of the group; absent when that is now
     * @param sealedVin kept with the state; {@code vehicle} shows of it only what events may
     */
    record Receipt(
            StockVehicle vehicle,
            long cost,
            @Nullable Instant agedFrom,
            @Nullable String sealedVin) implements VehicleCommand {
        /** The same in a form that is equal for equal requests: a text is sealed differently each time. */
        Receipt unsealed() {
            return new Receipt(vehicle, cost, agedFrom, null);
        }
    }

    /**
     * It came from another store of the group. That has happened and cannot be refused, but to a vehicle that has nothing
     * but the reference in common.
     */
    record Arrival(
            StockVehicle vehicle,
            long cost,
            Instant agedFrom,
            String fromStoreId,
            @Nullable String sealedVin) implements VehicleCommand {}

    /** What only a vehicle on file can do. */
    sealed interface Change extends VehicleCommand {}

    /** 配车: somebody means it for an order. */
    record Allocation(String orderId, @Nullable String leadId) implements Change {}

    /** It is for no order any more. */
    record Release() implements Change {}

    /**
     * 出库: it was sold.
     *
     * @param orderId as far as it is known
     * @param stated a store system says so: then it is so, whomever it was meant for
     */
    record Sale(@Nullable String orderId, boolean stated) implements Change {}

    /**
     * 调拨: it leaves for another store.
     *
     * @param known whether the group has such a store
     */
    record Transfer(String toStoreId, boolean known) implements Change {}

    /** What became of an order that names it. It has happened and cannot be refused: where it cannot be, it is shown. */
    sealed interface Consequence extends Change {
        String orderId();
    }

    /** An order was signed for it. */
    record Reservation(String orderId, String leadId) implements Consequence {}

    /** An order is no longer for it. */
    record Withdrawal(String orderId) implements Consequence {}

    /** An order was delivered with it. */
    record HandedOut(String orderId, String leadId) implements Consequence {}
}
