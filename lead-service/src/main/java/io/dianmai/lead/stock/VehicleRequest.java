package io.dianmai.lead.stock;

import io.dianmai.lead.stock.VehicleCommand.Allocation;
import io.dianmai.lead.stock.VehicleCommand.Release;
import io.dianmai.lead.stock.VehicleCommand.Sale;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Body of a request that changes a vehicle; its time is now unless told. */
sealed interface VehicleRequest {
    @Nullable
    Instant time();

    /**
     * @param orderRef the store system's own id of the order
     * @param leadId the lead that ordered: one of the same store
     */
    @Schema(example = "{\"orderRef\":\"SO-1007\"}")
    record Allocate(
            @NotBlank @Size(max = 100) String orderRef,
            @Nullable @Size(max = 100) String leadId,
            @Nullable Instant time)
            implements VehicleRequest {
        Allocation asked() {
            return new Allocation(orderRef, leadId);
        }
    }

    @Schema(example = "{}")
    record Free(@Nullable Instant time) implements VehicleRequest {
        Release asked() {
            return new Release();
        }
    }

    /** @param orderRef as far as it is known; that of the allocation if it is absent */
    @Schema(example = "{\"orderRef\":\"SO-1007\"}")
    record Sell(
            @Nullable @Size(min = 1, max = 100) String orderRef,
            @Nullable Instant time) implements VehicleRequest {
        Sale asked() {
            return new Sale(orderRef, false);
        }
    }

    @Schema(example = "{\"toStoreId\":\"hz-binjiang\"}")
    record Move(
            @NotBlank @Size(max = 100) String toStoreId,
            @Nullable Instant time) implements VehicleRequest {}
}
