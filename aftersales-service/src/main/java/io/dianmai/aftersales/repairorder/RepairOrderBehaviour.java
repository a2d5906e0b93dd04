package io.dianmai.aftersales.repairorder;

import io.dianmai.aftersales.repairorder.RepairOrder.Status;
import io.dianmai.contracts.aftersales.RepairOrderEvent;
import io.dianmai.contracts.aftersales.RepairOrderFinished;
import io.dianmai.contracts.aftersales.RepairOrderHandedOver;
import io.dianmai.contracts.aftersales.RepairOrderOpened;
import io.dianmai.contracts.aftersales.RepairOrderReassigned;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.RepairOrderSettlementReversed;
import io.dianmai.kit.aggregate.Behaviour;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a repair order follows from its events. */
final class RepairOrderBehaviour implements Behaviour<RepairOrder, RepairOrderEvent> {

    @Override
    public RepairOrder apply(String id, @Nullable RepairOrder state, RepairOrderEvent event, Instant time) {
        return switch (event) {
            case RepairOrderOpened opened -> begin(opened, time);
            case RepairOrderReassigned reassigned -> begun(state).with(reassigned.dimensions());
            case RepairOrderFinished _ -> begun(state).at(Status.FINISHED);
            case RepairOrderSettled settled ->
                begun(state).at(begun(state).status().reaching(Status.SETTLED)).settled(new SettledJob(settled, time));
            case RepairOrderSettlementReversed _ -> {
                RepairOrder order = begun(state);
                yield order.at(order.status() == Status.SETTLED ? Status.FINISHED : order.status())
                        .settled(null);
            }
            case RepairOrderHandedOver _ -> begun(state).handedOver(time);
        };
    }

    private static RepairOrder begin(RepairOrderOpened event, Instant time) {
        return new RepairOrder(
                event.dimensions(),
                event.kind(),
                Status.OPENED,
                event.booked(),
                null,
                time,
                event.promisedAt(),
                null,
                null,
                null);
    }

    private static RepairOrder begun(@Nullable RepairOrder state) {
        return Objects.requireNonNull(state, "the first event of a repair order opens it");
    }
}
