package io.dianmai.aftersales.repairorder;

import io.dianmai.contracts.aftersales.RepairOrderEvent;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.handover.Handovers;
import io.dianmai.kit.personal.SealedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The repair orders of all stores. */
@Component
public class RepairOrders {
    private final Aggregates<RepairOrder, RepairOrderEvent> orders;

    RepairOrders(AggregateStores stores) {
        this.orders = stores.of("repair_orders", RepairOrder.class, new RepairOrderBehaviour());
    }

    Optional<Stored<RepairOrder>> find(String id) {
        return orders.find(id);
    }

    List<Stored<RepairOrder>> find(Criteria criteria, Sort sort, int limit) {
        return orders.find(criteria, sort, limit);
    }

    /** Jobs of a service adviser whose vehicles are still at the store, oldest first. */
    public List<String> openOf(String storeId, String adviserId) {
        var open = Criteria.where("storeId")
                .is(storeId)
                .and("state.dimensions.adviserId")
                .is(adviserId)
                .and("state.status")
                .ne(RepairOrder.Status.HANDED_OVER.name());
        return find(open, Sort.by("state.openedAt", "_id"), Handovers.MOST).stream()
                .map(Stored::id)
                .toList();
    }

    /** Orders with this plate, by its keyed hash. Looks at all of them. */
    List<Stored<RepairOrder>> ofPlate(String plateHash) {
        var samePlate = Criteria.where("state.plate").regex('^' + SealedText.withHash(plateHash));
        try (Stream<Stored<RepairOrder>> all = orders.stream(samePlate, Sort.by("_id"))) {
            return all.toList();
        }
    }

    /** Nobody knows any more whose vehicle it was; false when nobody did. */
    boolean erase(String id) {
        return orders.amend(id, order -> order.keeping(null));
    }

    /** Carries out a command on the repair order {@code id}, once. */
    public Outcome<RepairOrder> execute(String id, Command circumstances, RepairOrderCommand command) {
        UnaryOperator<RepairOrder> keep = command instanceof RepairOrderCommand.Open open
                ? order -> order.keeping(open.plate())
                : UnaryOperator.identity();
        return orders.execute(id, circumstances, state -> decide(state, command, circumstances.time()), keep);
    }

    private static Decision<RepairOrderEvent> decide(
            @Nullable RepairOrder state, RepairOrderCommand command, Instant time) {
        return switch (command) {
            case RepairOrderCommand.Open open -> RepairOrder.open(state, open, time);
            case RepairOrderCommand.Reassign reassign -> onFile(state, order -> order.reassign(reassign));
            case RepairOrderCommand.Finish finish -> onFile(state, order -> order.finish(finish));
            case RepairOrderCommand.Settle settle -> onFile(state, order -> order.settle(settle));
            case RepairOrderCommand.Reverse reverse -> onFile(state, order -> order.reverse(reverse));
            case RepairOrderCommand.HandOver() -> onFile(state, order -> order.handOver(time));
        };
    }

    private static Decision<RepairOrderEvent> onFile(
            @Nullable RepairOrder state, Function<RepairOrder, Decision<RepairOrderEvent>> decide) {
        return state != null
                ? decide.apply(state)
                : Decision.refuse(Refusal.notFound(
                        "repair-order-unknown", "No repair order is on file under this reference: open it first."));
    }
}
