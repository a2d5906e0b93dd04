package io.dianmai.aftersales.appointment;

import io.dianmai.contracts.aftersales.AppointmentEvent;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.SealedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The appointments of all stores. */
@Component
public class Appointments {
    private final Aggregates<Appointment, AppointmentEvent> appointments;

    Appointments(AggregateStores stores) {
        this.appointments = stores.of(
                "appointments", Appointment.class, (id, state, event, time) -> Appointment.apply(event, time));
    }

    Optional<Stored<Appointment>> find(String id) {
        return appointments.find(id);
    }

    List<Stored<Appointment>> find(Criteria criteria, Sort sort, int limit) {
        return appointments.find(criteria, sort, limit);
    }

    /** Appointments with this plate, by its keyed hash. Looks at all of them. */
    List<Stored<Appointment>> ofPlate(String plateHash) {
        var samePlate = Criteria.where("state.plate").regex('^' + SealedText.withHash(plateHash));
        try (Stream<Stored<Appointment>> all = appointments.stream(samePlate, Sort.by("_id"))) {
            return all.toList();
        }
    }

    /** Nobody knows any more whose vehicle it was; false when nobody did. */
    boolean erase(String id) {
        return appointments.amend(id, appointment -> appointment.keeping(null));
    }

    /** Books the appointment {@code id}, once. */
    public Outcome<Appointment> book(String id, Command circumstances, Appointment.Booking booking) {
        return appointments.execute(
                id,
                circumstances,
                state -> Appointment.book(state, booking, circumstances.time()),
                appointment -> appointment.keeping(booking.plate()));
    }
}
