package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A settlement was taken back (反结算): what it had counted for is taken back from the day of the settlement.
 *
 * @param settledAt when the job was settled
 * @param settled what was told of it then
 * @param reason in words
 */
@EventType("dianmai.aftersales.settlement-reversed.v1")
public record RepairOrderSettlementReversed(
        JobDimensions dimensions,
        JobKind kind,
        Instant settledAt,
        RepairOrderSettled settled,
        @FreeText @Nullable String reason)
        implements RepairOrderEvent {
    public RepairOrderSettlementReversed {
        reason = Redaction.of(reason);
    }
}
