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
import java.util.stream.Stream;
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
 * @param allocated the order that it is for, or was sold to
 * @param clashes other orders that name it, the first to do so first: somebody has to find another vehicle for them
 * @param leftAt when it was sold or transferred
 * @param toStoreId the store that it was transferred to
 */
record Vehicle(
        StockVehicle vehicle,
        @Nullable String sealedVin,
        long cost,
        Instant agedFrom,
        Instant stockedAt,
        @Nullable String fromStoreId,
        StockState state,
        @Nullable Wanted allocated,
        List<Wanted> clashes,
        @Nullable Instant leftAt,
        @Nullable String toStoreId) {

    Vehicle {
        clashes = List.copyOf(clashes);
    }

    Decision<StockEvent> decide(String storeId, Change asked) {
        return switch (asked) {
            case Allocation(String orderId, var leadId) -> isFor(orderId) ? accept() : allocate(orderId, leadId);
            case Release _ -> state == StockState.ALLOCATED ? accept(released()) : refuse(notReleasable());
            case Sale sale -> sell(sale);
            case Transfer transfer -> transfer(storeId, transfer);
            case Reservation(String orderId, String leadId) ->
                state == StockState.IN_STOCK ? allocate(orderId, leadId) : accept();
            case Withdrawal(String orderId) ->
                state == StockState.ALLOCATED && isFor(orderId) ? accept(released()) : accept();
            case HandedOut(String orderId, _) -> state.onHand() ? accept(sold(orderId)) : accept();
        };
    }

    private Decision<StockEvent> allocate(String orderId, @Nullable String leadId) {
        return switch (state) {
            case IN_STOCK -> accept(new VehicleAllocated(vehicle, orderId, leadId));
            case ALLOCATED -> refuse(VehicleRefusals.ALLOCATED);
            case SOLD -> refuse(VehicleRefusals.SOLD);
            case TRANSFERRED -> refuse(VehicleRefusals.GONE);
        };
    }

    /** Whoever else named it first gets it next. */
    private List<StockEvent> released() {
        var events = new ArrayList<StockEvent>();
        if (allocated != null) {
            events.add(new VehicleReleased(vehicle, allocated.orderId()));
        }
        clashes.stream()
                .findFirst()
                .ifPresent(next -> events.add(new VehicleAllocated(vehicle, next.orderId(), next.leadId())));
        return events;
    }

    private Refusal notReleasable() {
        return switch (state) {
            case IN_STOCK, ALLOCATED -> VehicleRefusals.NOT_ALLOCATED;
            case SOLD -> VehicleRefusals.SOLD;
            case TRANSFERRED -> VehicleRefusals.GONE;
        };
    }

    private Decision<StockEvent> sell(Sale sale) {
        String orderId = sale.orderId();
        return switch (state) {
            case SOLD -> refuse(VehicleRefusals.SOLD);
            case TRANSFERRED -> refuse(VehicleRefusals.GONE);
            case IN_STOCK -> accept(sold(orderId));
            case ALLOCATED ->
                orderId == null || isFor(orderId) || sale.stated()
                        ? accept(sold(orderId))
                        : refuse(VehicleRefusals.OTHER_ORDER);
        };
    }

    private StockEvent sold(@Nullable String orderId) {
        String buyer = orderId == null && allocated != null ? allocated.orderId() : orderId;
        return new VehicleSold(vehicle, buyer, cost, agedFrom);
    }

    private Decision<StockEvent> transfer(String storeId, Transfer transfer) {
        if (transfer.toStoreId().equals(storeId)) {
            return refuse(VehicleRefusals.SAME_STORE);
        }
        if (!transfer.known()) {
            return refuse(VehicleRefusals.UNKNOWN_STORE);
        }
        return switch (state) {
            case IN_STOCK -> accept(new VehicleTransferred(vehicle, transfer.toStoreId(), cost, agedFrom));
            case ALLOCATED -> refuse(VehicleRefusals.ALLOCATED);
            case SOLD -> refuse(VehicleRefusals.SOLD);
            case TRANSFERRED -> refuse(VehicleRefusals.GONE);
        };
    }

    /** Whether it is for that order, or was sold to it. */
    boolean isFor(String orderId) {
        return allocated != null && allocated.orderId().equals(orderId);
    }

    Vehicle sealed(@Nullable String vin) {
        return new Vehicle(
                vehicle, vin, cost, agedFrom, stockedAt, fromStoreId, state, allocated, clashes, leftAt, toStoreId);
    }

    /** In stock or meant for an order; with null for none. */
    Vehicle meantFor(@Nullable Wanted order) {
        return new Vehicle(
                vehicle,
                sealedVin,
                cost,
                agedFrom,
                stockedAt,
                fromStoreId,
                order == null ? StockState.IN_STOCK : StockState.ALLOCATED,
                order,
                order == null ? clashes : others(order.orderId()),
                leftAt,
                toStoreId);
    }

    /** Gone to whoever bought it; another order that it was meant for has to find another one. */
    Vehicle soldTo(@Nullable String orderId, Instant time) {
        boolean asMeant = allocated == null || orderId == null || isFor(orderId);
        Wanted buyer = orderId == null || isFor(orderId) ? allocated : buyer(orderId, time);
        List<Wanted> left = orderId == null ? clashes : others(orderId);
        List<Wanted> disappointed = asMeant ? left : Stream.concat(Stream.ofNullable(allocated), left.stream()).toList();
        return new Vehicle(
                vehicle,
                sealedVin,
                cost,
                agedFrom,
                stockedAt,
                fromStoreId,
                StockState.SOLD,
                buyer,
                disappointed,
                time,
                toStoreId);
    }

    private Wanted buyer(String orderId, Instant time) {
        return clashes.stream()
                .filter(clash -> clash.orderId().equals(orderId))
                .findFirst()
                .orElseGet(() -> new Wanted(orderId, null, time));
    }

    Vehicle transferredTo(String storeId, Instant time) {
        return new Vehicle(
                vehicle,
                sealedVin,
                cost,
                agedFrom,
                stockedAt,
                fromStoreId,
                StockState.TRANSFERRED,
                null,
                clashes,
                time,
                storeId);
    }

    /** Also named by that order, which cannot have it. */
    Vehicle clashing(Wanted order) {
        boolean known = clashes.stream().anyMatch(clash -> clash.orderId().equals(order.orderId()));
        return known
                ? this
                : withClashes(Stream.concat(clashes.stream(), Stream.of(order)).toList());
    }

    /** No longer named by that order, unless it is the one that has it. */
    Vehicle without(String orderId) {
        return withClashes(others(orderId));
    }

    private Vehicle withClashes(List<Wanted> orders) {
        return new Vehicle(
                vehicle, sealedVin, cost, agedFrom, stockedAt, fromStoreId, state, allocated, orders, leftAt, toStoreId);
    }

    private List<Wanted> others(String orderId) {
        return clashes.stream()
                .filter(clash -> !clash.orderId().equals(orderId))
                .toList();
    }
}
