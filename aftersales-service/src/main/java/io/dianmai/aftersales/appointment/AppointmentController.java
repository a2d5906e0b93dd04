package io.dianmai.aftersales.appointment;

import io.dianmai.aftersales.AfterSalesAccess;
import io.dianmai.aftersales.JobOwners;
import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.RegisteredStores;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/appointments")
@Tag(name = "Appointments", description = "预约: when a customer means to come")
class AppointmentController {
    private final Appointments appointments;
    private final JobOwners owners;
    private final GivenCommands commands;
    private final PersonalDataSealer sealer;
    private final RegisteredStores registeredStores;

    AppointmentController(
            Appointments appointments,
            JobOwners owners,
            GivenCommands commands,
            PersonalDataSealer sealer,
            RegisteredStores registeredStores) {
        this.registeredStores = registeredStores;
        this.appointments = appointments;
        this.owners = owners;
        this.commands = commands;
        this.sealer = sealer;
    }

    /**
     * What a customer asked for.
     *
     * @param appointmentRef the store system's own id, where it has one
     */
    record BookingRequest(
            @NotBlank @Size(max = 100) String storeId,
            @Nullable @Size(min = 1, max = 100) String appointmentRef,
            @NotNull JobKind kind,
            @NotNull Instant appointedAt,
            @Nullable @Size(max = 100) String adviserId,
            @Nullable @Size(max = 20) String plate,
            @Nullable @Size(max = 100) String model,
            @Nullable Instant time) {}

    @PostMapping
    ResponseEntity<AppointmentView> book(
            @Valid @RequestBody BookingRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 200)
                    String key,
            Viewer viewer) {
        AfterSalesAccess.WRITE.require(viewer);
        registeredStores.require(body.storeId(), viewer);
        var booking = new Appointment.Booking(
                owners.dimensions(body.storeId(), body.adviserId(), body.model()),
                body.kind(),
                body.appointedAt(),
                sealer.sealOptionalAt("/plate", Kind.PLATE, body.plate()));
        String id = GivenCommands.newId(body.storeId(), "appointment", body.appointmentRef(), key);
        var command = commands.given(body.storeId(), body.time(), key, body);
        return Answers.created(
                "/api/appointments", Outcomes.stored(appointments.book(id, command, booking)), AppointmentView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<AppointmentView> find(@PathVariable String id, Viewer viewer) {
        AfterSalesAccess.READ.require(viewer);
        return Answers.ok(visible(id, viewer), AppointmentView::of);
    }

    @GetMapping
    Page<AppointmentView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        AfterSalesAccess.READ.require(viewer);
        var paging = Paging.of("state.bookedAt", limit, cursor);
        return paging.page(
                appointments.find(paging.within(viewer, storeId), paging.order(), paging.wanted()),
                Appointment::bookedAt,
                AppointmentView::of);
    }

    private Stored<Appointment> visible(String id, Viewer viewer) {
        return appointments
                .find(id)
                .filter(found -> viewer.maySee(found.storeId()))
                .orElseThrow(ProblemException::notFound);
    }
}
