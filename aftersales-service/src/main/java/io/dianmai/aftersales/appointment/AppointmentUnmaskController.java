package io.dianmai.aftersales.appointment;

import io.dianmai.aftersales.AfterSalesAccess;
import io.dianmai.aftersales.personal.OpenedPlates;
import io.dianmai.aftersales.personal.OpenedPlates.OpenedPlate;
import io.dianmai.aftersales.personal.OpenedPlates.Subject;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.unmask.UnmaskRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 查看明文: the vehicle of an appointment. */
@RestController
@Tag(name = "Appointments")
class AppointmentUnmaskController {
    private final Appointments appointments;
    private final OpenedPlates plates;

    AppointmentUnmaskController(Appointments appointments, OpenedPlates plates) {
        this.appointments = appointments;
        this.plates = plates;
    }

    @PostMapping("/api/appointments/{id}/unmask")
    @Operation(
            summary = "The plate in clear",
            description = "For the service adviser whose job it is and for managers of its store, with a reason. Each"
                    + " look is in the audit log; after as many as one person may have in an hour: 429 unmask-limit.")
    ResponseEntity<OpenedPlate> unmask(@PathVariable String id, @Valid @RequestBody UnmaskRequest body, Viewer viewer) {
        AfterSalesAccess.READ.require(viewer);
        Stored<Appointment> appointment = appointments
                .find(id)
                .filter(found -> viewer.maySee(found.storeId()))
                .orElseThrow(ProblemException::notFound);
        var subject = new Subject(id, appointment.storeId(), appointment.state().plate());
        return plates.show(
                viewer, "appointment", subject, appointment.state().dimensions().adviserId(), body);
    }
}
