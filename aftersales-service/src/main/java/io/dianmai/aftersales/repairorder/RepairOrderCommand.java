package io.dianmai.aftersales.repairorder;

import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.Settlement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of a repair order. */
public sealed interface RepairOrderCommand {

    /**
     * A vehicle was received.
     *
     * @param booked it came with an appointment
     * @param plate 车牌, sealed
     */
    record Open(
            JobDimensions dimensions,
            JobKind kind,
            boolean booked,
            @Nullable String plate,
            @Nullable Instant promisedAt)
            implements RepairOrderCommand {}

    /** Work is done and checked. */
    record Finish(@Nullable String technicianId, long soldMinutes, long actualMinutes) implements RepairOrderCommand {}

    /** The job is billed. */
    record Settle(Settlement settlement, boolean addOn) implements RepairOrderCommand {}

    /** 反结算: the settlement is taken back, to be settled again. */
    record Reverse(@Nullable String reason) implements RepairOrderCommand {}

    /** Its adviser leaves: while it is still his, somebody else has it from now on. */
    record Reassign(String from, String adviserId, @Nullable String teamId) implements RepairOrderCommand {}

    /** The customer has the vehicle back. */
    record HandOver() implements RepairOrderCommand {}
}
