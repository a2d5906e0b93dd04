package io.dianmai.aftersales.appointment;

import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.SealedText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An appointment as it is shown: the plate masked. */
record AppointmentView(
        String id,
        String storeId,
        JobKind kind,
        JobDimensions dimensions,
        Instant appointedAt,
        @Nullable String plate,
        Instant bookedAt) {

    static AppointmentView of(Stored<Appointment> stored) {
        Appointment appointment = stored.state();
        return new AppointmentView(
                stored.id(),
                stored.storeId(),
                appointment.kind(),
                appointment.dimensions(),
                appointment.appointedAt(),
                SealedText.maskOf(appointment.plate()),
                appointment.bookedAt());
    }
}
