package io.dianmai.aftersales.repairorder;

import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.Settlement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about repair orders. */
sealed interface RepairOrderRequest {
    /** When it happened; now when absent. */
    @Nullable
    Instant time();

    /**
     * A vehicle was received.
     *
     * @param orderRef the store system's own id, where it has one: facts then speak of the same order
     */
    record Open(
            @NotBlank @Size(max = 100) String storeId,
            @Nullable @Size(min = 1, max = 100) String orderRef,
            @NotNull JobKind kind,
            boolean booked,
            @Nullable @Size(max = 100) String adviserId,
            @Nullable @Size(max = 20) String plate,
            @Nullable @Size(max = 100) String model,
            @Nullable Instant promisedAt,
            @Nullable Instant time)
            implements RepairOrderRequest {}

    /** A request that moves an open order on. */
    sealed interface Step extends RepairOrderRequest {
        /** What it asks for. */
        RepairOrderCommand command();
    }

    /** Work is done and checked. */
    record Finish(
            @Nullable @Size(max = 100) String technicianId,
            @PositiveOrZero @Max(100_000) long soldMinutes,
            @PositiveOrZero @Max(100_000) long actualMinutes,
            @Nullable Instant time)
            implements Step {
        @Override
        public RepairOrderCommand command() {
            return new RepairOrderCommand.Finish(technicianId, soldMinutes, actualMinutes);
        }
    }

    /** The job is billed. */
    record Settle(
            @NotNull @Valid Settlement settlement,
            boolean addOn,
            @Nullable Instant time) implements Step {
        @Override
        public RepairOrderCommand command() {
            return new RepairOrderCommand.Settle(settlement, addOn);
        }
    }

    /** The settlement is taken back. */
    record Reverse(
            @Nullable @Size(max = 500) String reason,
            @Nullable Instant time) implements Step {
        @Override
        public RepairOrderCommand command() {
            return new RepairOrderCommand.Reverse(reason);
        }
    }

    /** The customer has the vehicle back. */
    record HandOver(@Nullable Instant time) implements Step {
        @Override
        public RepairOrderCommand command() {
            return new RepairOrderCommand.HandOver();
        }
    }
}
