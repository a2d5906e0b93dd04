package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Personal;
import io.dianmai.contracts.aftersales.JobKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle was received for a job: a repair order opens.
 *
 * @param orderRef the store system's own id of the repair order
 * @param promisedAt when the customer was told to come back
 */
@EventType("dianmai.fact.vehicle-received.v1")
public record VehicleReceived(
        @NotBlank @Size(max = 100) String orderRef,
        JobKind kind,
        @Nullable @Size(max = 100) String appointmentRef,
        @Nullable @Size(max = 100) String adviserId,

        @Personal(Personal.Kind.PLATE) @Nullable @Size(max = 20)
        String plate,

        @Nullable @Size(max = 100) String model,
        @Nullable Instant promisedAt)
        implements StoreFact {}
