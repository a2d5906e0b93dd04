package io.dianmai.lead.stock;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.unmask.UnmaskRequest;
import io.dianmai.kit.unmask.Unmasking;
import io.dianmai.kit.unmask.Unmasking.Look;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 查看明文: which vehicle it is. */
@RestController
@Tag(name = "Vehicle stock")
class VehicleUnmaskController {
    private static final List<Role> MANAGERS =
            List.of(Role.GROUP_HQ, Role.GENERAL_MANAGER, Role.SALES_MANAGER, Role.SHOWROOM_SUPERVISOR);

    private final Vehicles vehicles;
    private final PersonalDataSealer sealer;
    private final Unmasking unmasking;

    VehicleUnmaskController(Vehicles vehicles, PersonalDataSealer sealer, Unmasking unmasking) {
        this.vehicles = vehicles;
        this.sealer = sealer;
        this.unmasking = unmasking;
    }

    /** A VIN in clear; absent where none is on file. */
    record OpenedVin(@Nullable String vin) {}

    @PostMapping("/api/vehicles/{id}/unmask")
    @Operation(
            summary = "The VIN in clear",
            description = "For managers of the vehicle's store, with a reason; see the same of leads.")
    ResponseEntity<OpenedVin> unmask(@PathVariable String id, @Valid @RequestBody UnmaskRequest body, Viewer viewer) {
        Access.READ.require(viewer);
        Stored<Vehicle> vehicle = vehicles.find(id)
                .filter(found -> viewer.maySee(found.storeId()))
                .orElseThrow(ProblemException::notFound);
        Unmasking.requireMay(viewer, MANAGERS, List.of(), null);
        String sealed = vehicle.state().sealedVin();
        return unmasking.show(
                viewer,
                new Look("vehicle", id, vehicle.storeId(), List.of("vin")),
                body,
                () -> new OpenedVin(sealed == null ? null : sealer.unseal(SealedText.parse(sealed))));
    }
}
