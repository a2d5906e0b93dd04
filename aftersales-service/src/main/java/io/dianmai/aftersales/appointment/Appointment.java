package io.dianmai.aftersales.appointment;

import io.dianmai.contracts.aftersales.AppointmentBooked;
import io.dianmai.contracts.aftersales.AppointmentEvent;
import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 预约.
 *
 * @param plate 车牌, sealed
 * @param bookedAt when the customer asked for it
 */
public record Appointment(
        JobDimensions dimensions,
        JobKind kind,
        Instant appointedAt,
        @Nullable String plate,
        Instant bookedAt) {

    static Decision<AppointmentEvent> book(@Nullable Appointment existing, Booking booking, Instant time) {
        if (existing != null) {
            return Decision.refuse(Refusal.conflict(
                    "appointment-already-booked", "This reference names an appointment that is on file already."));
        }
        if (booking.appointedAt().isBefore(time)) {
            return Decision.refuse(
                    Refusal.invalid("appointment-in-the-past", "An appointment lies after the moment it is made."));
        }
        return Decision.accept(new AppointmentBooked(booking.dimensions(), booking.kind(), booking.appointedAt()));
    }

    /** What is asked for. */
    public record Booking(
            JobDimensions dimensions,
            JobKind kind,
            Instant appointedAt,
            @Nullable String plate) {}

    /** The state after an event. */
    static Appointment apply(AppointmentEvent event, Instant time) {
        return switch (event) {
            case AppointmentBooked booked ->
                new Appointment(booked.dimensions(), booked.kind(), booked.appointedAt(), null, time);
        };
    }

    /** The same appointment with what its events do not carry. */
    Appointment keeping(@Nullable String sealedPlate) {
        return new Appointment(dimensions, kind, appointedAt, sealedPlate, bookedAt);
    }
}
