package io.dianmai.aftersales.appointment;

import io.dianmai.aftersales.personal.OpenedPlates;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.customer.Customer;
import io.dianmai.kit.customer.CustomerFiles;
import io.dianmai.kit.customer.HeldFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is on file under a customer's plates. */
@Component
class AppointmentFiles implements CustomerFiles {
    private final Appointments appointments;
    private final OpenedPlates plates;

    AppointmentFiles(Appointments appointments, OpenedPlates plates) {
        this.appointments = appointments;
        this.plates = plates;
    }

    @Override
    public List<HeldFile> export(Customer customer) {
        return of(customer).stream().map(this::opened).toList();
    }

    private HeldFile opened(Stored<Appointment> appointment) {
        Map<String, Object> content = new LinkedHashMap<>();
        String plate = plates.open(appointment.state().plate());
        if (plate != null) {
            content.put("plate", plate);
        }
        content.put("onFile", AppointmentView.of(appointment));
        return new HeldFile("appointment", appointment.id(), appointment.storeId(), content);
    }

    @Override
    public int erase(Customer customer) {
        int erased = 0;
        for (Stored<Appointment> appointment : of(customer)) {
            erased += appointments.erase(appointment.id()) ? 1 : 0;
        }
        return erased;
    }

    private List<Stored<Appointment>> of(Customer customer) {
        return customer.plateHashes().stream()
                .flatMap(hash -> appointments.ofPlate(hash).stream())
                .filter(appointment -> customer.isAt(appointment.storeId()))
                .filter(appointment -> !appointment.state().bookedAt().isAfter(customer.until()))
                .toList();
    }
}
