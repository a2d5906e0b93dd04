package io.dianmai.aftersales.repairorder;

import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A repair order as it is shown: the plate masked. */
record RepairOrderView(
        String id,
        String storeId,
        JobKind kind,
        RepairOrder.Status status,
        JobDimensions dimensions,
        boolean booked,
        @Nullable String plate,
        Instant openedAt,
        @Nullable Instant promisedAt,
        @Nullable Settlement settlement,
        @Nullable Instant handedOverAt) {

    static RepairOrderView of(Stored<RepairOrder> stored) {
        RepairOrder order = stored.state();
        return new RepairOrderView(
                stored.id(),
                stored.storeId(),
                order.kind(),
                order.status(),
                order.dimensions(),
                order.booked(),
                SealedText.maskOf(order.plate()),
                order.openedAt(),
                order.promisedAt(),
                order.settlement(),
                order.handedOverAt());
    }
}
