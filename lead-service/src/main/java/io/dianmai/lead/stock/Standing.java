package io.dianmai.lead.stock;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a vehicle stands with its store, and with the orders that name it.
 *
 * @param allocated the order that it is for, or was sold to
 * @param clashes other orders that name it, the first to do so first: somebody has to find another vehicle for them
 * @param leftAt when it was sold or transferred
 * @param toStoreId the store that it was transferred to
 */
record Standing(
        StockState state,
        @Nullable Wanted allocated,
        List<Wanted> clashes,
        @Nullable Instant leftAt,
        @Nullable String toStoreId) {

    Standing {
        clashes = List.copyOf(clashes);
    }

    /** In stock again or for the first time, with the orders that have named it before. */
    static Standing inStock(List<Wanted> clashes) {
        return new Standing(StockState.IN_STOCK, null, clashes, null, null);
    }

    /** Whether it is for that order, or was sold to it. */
    boolean isFor(String orderId) {
        return allocated != null && allocated.orderId().equals(orderId);
    }

    Standing meantFor(Wanted order) {
        return new Standing(StockState.ALLOCATED, order, others(order.orderId()), null, null);
    }

    Standing released() {
        return inStock(clashes);
    }

    /** Gone to whoever bought it; another order that it was meant for has to find another one. */
    Standing soldTo(@Nullable String orderId, Instant time) {
        if (orderId == null || isFor(orderId)) {
            return new Standing(StockState.SOLD, allocated, clashes, time, null);
        }
        Wanted buyer = clashes.stream()
                .filter(clash -> clash.orderId().equals(orderId))
                .findFirst()
                .orElseGet(() -> new Wanted(orderId, null, time));
        var disappointed = Stream.concat(Stream.ofNullable(allocated), others(orderId).stream());
        return new Standing(StockState.SOLD, buyer, disappointed.toList(), time, null);
    }

    Standing transferredTo(String storeId, Instant time) {
        return new Standing(StockState.TRANSFERRED, null, clashes, time, storeId);
    }

    /** Named by that order as well: which has it, or clashes with the one that has. */
    Standing namedBy(Wanted order) {
        boolean known = isFor(order.orderId())
                || clashes.stream().anyMatch(clash -> clash.orderId().equals(order.orderId()));
        return known
                ? this
                : withClashes(Stream.concat(clashes.stream(), Stream.of(order)).toList());
    }

    /** No longer named by that order, unless it is the one that has it. */
    Standing without(String orderId) {
        return withClashes(others(orderId));
    }

    private Standing withClashes(List<Wanted> orders) {
        return new Standing(state, allocated, orders, leftAt, toStoreId);
    }

    private List<Wanted> others(String orderId) {
        return clashes.stream()
                .filter(clash -> !Objects.equals(clash.orderId(), orderId))
                .toList();
    }
}
