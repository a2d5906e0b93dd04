package io.dianmai.lead.stock;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.contracts.lead.StockVehicle;
import io.dianmai.contracts.lead.VehicleAllocated;
import io.dianmai.contracts.lead.VehicleReleased;
import io.dianmai.contracts.lead.VehicleSold;
import io.dianmai.contracts.lead.VehicleTransferred;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.stock.VehicleCommand.Allocation;
import io.dianmai.lead.stock.VehicleCommand.Change;
import io.dianmai.lead.stock.VehicleCommand.HandedOut;
import io.dianmai.lead.stock.VehicleCommand.Release;
import io.dianmai.lead.stock.VehicleCommand.Reservation;
import io.dianmai.lead.stock.VehicleCommand.Sale;
import io.dianmai.lead.stock.VehicleCommand.Transfer;
import io.dianmai.lead.stock.VehicleCommand.Withdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 库存车: a vehicle at one store, from receipt until it is sold or another store has it.
 *
 * @param vehicle what events tell of it, the VIN masked
 * @param sealedVin 车架号, sealed
 * @param cost in fen
 * @param agedFrom when it came into the stock of the group
 * @param stockedAt when it came to this store
 * @param fromStoreId the store that it was transferred from
 */
record Vehicle(
        StockVehicle vehicle,
        @Nullable String sealedVin,
        long cost,
        Instant agedFrom,
        Instant stockedAt,
        @Nullable String fromStoreId,
        Standing standing) {

    Decision<StockEvent> decide(String storeId, Change asked) {
        return switch (asked) {
            case Allocation(String orderId, var leadId) -> allocate(orderId, leadId);
            case Release _ -> state() == StockState.ALLOCATED ? accept(released()) : refuse(notReleasable());
            case Sale sale -> sell(sale);
            case Transfer transfer -> transfer(storeId, transfer);
            case Reservation(String orderId, String leadId) ->
                state() == StockState.IN_STOCK ? allocate(orderId, leadId) : accept();
            case Withdrawal(String orderId) ->
                state() == StockState.ALLOCATED && isFor(orderId) ? accept(released()) : accept();
            case HandedOut handed -> state().onHand() ? accept(sold(handed.orderId())) : accept();
        };
    }

    private Decision<StockEvent> allocate(String orderId, @Nullable String leadId) {
        return switch (state()) {
            case IN_STOCK -> accept(new VehicleAllocated(vehicle, orderId, leadId));
            case ALLOCATED -> isFor(orderId) ? accept() : refuse(VehicleRefusals.ALLOCATED);
            case SOLD -> refuse(VehicleRefusals.SOLD);
            case TRANSFERRED -> refuse(VehicleRefusals.GONE);
        };
    }

    /** Whoever else named it first gets it next. */
    private List<StockEvent> released() {
        var events = new ArrayList<StockEvent>();
        Wanted before = standing.allocated();
        if (before != null) {
            events.add(new VehicleReleased(vehicle, before.orderId()));
        }
        standing.clashes().stream()
                .findFirst()
                .ifPresent(next -> events.add(new VehicleAllocated(vehicle, next.orderId(), next.leadId())));
        return events;
    }

    private Refusal notReleasable() {
        return switch (state()) {
            case IN_STOCK, ALLOCATED -> VehicleRefusals.NOT_ALLOCATED;
            case SOLD -> VehicleRefusals.SOLD;
            case TRANSFERRED -> VehicleRefusals.GONE;
        };
    }

    private Decision<StockEvent> sell(Sale sale) {
        String orderId = sale.orderId();
        return switch (state()) {
            case SOLD -> toldBefore(sale) ? accept() : refuse(VehicleRefusals.SOLD);
            case TRANSFERRED -> refuse(VehicleRefusals.GONE);
            case IN_STOCK -> accept(sold(orderId));
            case ALLOCATED ->
                orderId == null || isFor(orderId) || sale.stated()
                        ? accept(sold(orderId))
                        : refuse(VehicleRefusals.OTHER_ORDER);
        };
    }

    /** Store systems state the sale of a vehicle whose delivery they have stated as well. */
    private boolean toldBefore(Sale sale) {
        return sale.stated() && sale.orderId() != null && isFor(sale.orderId());
    }

    private StockEvent sold(@Nullable String orderId) {
        Wanted meant = standing.allocated();
        String buyer = orderId == null && meant != null ? meant.orderId() : orderId;
        return new VehicleSold(vehicle, buyer, cost, agedFrom);
    }

    private Decision<StockEvent> transfer(String storeId, Transfer transfer) {
        if (transfer.toStoreId().equals(storeId)) {
            return refuse(VehicleRefusals.SAME_STORE);
        }
        if (!transfer.known()) {
            return refuse(VehicleRefusals.UNKNOWN_STORE);
        }
        return switch (state()) {
            case IN_STOCK -> accept(new VehicleTransferred(vehicle, transfer.toStoreId(), cost, agedFrom));
            case ALLOCATED -> refuse(VehicleRefusals.ALLOCATED);
            case SOLD -> refuse(VehicleRefusals.SOLD);
            case TRANSFERRED -> refuse(VehicleRefusals.GONE);
        };
    }

    /** Whether it is for that order, or was sold to it. */
    boolean isFor(String orderId) {
        return standing.isFor(orderId);
    }

    StockState state() {
        return standing.state();
    }

    Vehicle with(Standing next) {
        return new Vehicle(vehicle, sealedVin, cost, agedFrom, stockedAt, fromStoreId, next);
    }

    /** The same vehicle without what tells which one it is. */
    Vehicle erased() {
        var nameless = new StockVehicle(
                vehicle.reference(), vehicle.model(), vehicle.colour(), null, vehicle.newEnergy(), vehicle.flagship());
        return new Vehicle(nameless, null, cost, agedFrom, stockedAt, fromStoreId, standing);
    }

    Vehicle sealed(@Nullable String vin) {
        return new Vehicle(vehicle, vin, cost, agedFrom, stockedAt, fromStoreId, standing);
    }
}
