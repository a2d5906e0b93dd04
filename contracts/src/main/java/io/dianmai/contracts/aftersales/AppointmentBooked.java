package io.dianmai.contracts.aftersales;

import io.dianmai.contracts.EventType;
import java.time.Instant;

/**
 * 预约.
 *
 * @param appointedAt when the vehicle is expected
 */
@EventType("dianmai.aftersales.appointment-booked.v1")
public record AppointmentBooked(JobDimensions dimensions, JobKind kind, Instant appointedAt)
        implements AppointmentEvent {}
