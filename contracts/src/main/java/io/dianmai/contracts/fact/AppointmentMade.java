package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Personal;
import io.dianmai.contracts.aftersales.JobKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 预约.
 *
 * @param appointmentRef the store system's own id of the appointment
 * @param appointedAt when the vehicle is expected
 */
@EventType("dianmai.fact.appointment-made.v1")
public record AppointmentMade(
        @NotBlank @Size(max = 100) String appointmentRef,
        JobKind kind,
        Instant appointedAt,
        @Nullable @Size(max = 100) String adviserId,

        @Personal(Personal.Kind.PLATE) @Nullable @Size(max = 20)
        String plate,

        @Nullable @Size(max = 100) String model)
        implements StoreFact {}
