package io.dianmai.lead.stock;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.stock.VehicleCommand.Transfer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with vehicles in stock. */
@RestController
@RequestMapping("/api/vehicles/{id}")
@Tag(name = "Vehicle stock")
class VehicleChangeController {
    private final Vehicles vehicles;
    private final Leads leads;
    private final StoreReplica stores;
    private final GivenCommands commands;

    VehicleChangeController(Vehicles vehicles, Leads leads, StoreReplica stores, GivenCommands commands) {
        this.vehicles = vehicles;
        this.leads = leads;
        this.stores = stores;
        this.commands = commands;
    }

    @PostMapping("/allocation")
    @Operation(summary = "配车: mean the vehicle for an order; refused while it is for another one")
    ResponseEntity<VehicleView> allocate(
            @PathVariable String id,
            @Valid @RequestBody VehicleRequest.Allocate body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.RUN.require(viewer);
        requireLead(body.leadId(), visible(id, viewer).storeId());
        return change(id, body.asked(), body, new Preconditions(key, ifMatch), viewer);
    }

    @PostMapping("/release")
    @Operation(summary = "Mean the vehicle for no order any more; the next order that names it gets it")
    ResponseEntity<VehicleView> release(
            @PathVariable String id,
            @Valid @RequestBody VehicleRequest.Free body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(id, body.asked(), body, new Preconditions(key, ifMatch), viewer);
    }

    @PostMapping("/sale")
    @Operation(summary = "出库: the vehicle was sold; a delivery that names it does the same by itself")
    ResponseEntity<VehicleView> sell(
            @PathVariable String id,
            @Valid @RequestBody VehicleRequest.Sell body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(id, body.asked(), body, new Preconditions(key, ifMatch), viewer);
    }

    @PostMapping("/transfer")
    @Operation(summary = "调拨: the vehicle leaves for another store, which has it with its age and cost from then on")
    ResponseEntity<VehicleView> transfer(
            @PathVariable String id,
            @Valid @RequestBody VehicleRequest.Move body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        boolean known = stores.find(body.toStoreId()).isPresent();
        return change(id, new Transfer(body.toStoreId(), known), body, new Preconditions(key, ifMatch), viewer);
    }

    private record Preconditions(
            @Nullable String key, @Nullable String ifMatch) {}

    private ResponseEntity<VehicleView> change(
            String id, VehicleCommand asked, VehicleRequest body, Preconditions given, Viewer viewer) {
        Access.RUN.require(viewer);
        String storeId = visible(id, viewer).storeId();
        var command = commands.given(storeId, body.time(), given.key(), given.ifMatch(), body);
        return Answers.ok(Outcomes.stored(vehicles.carryOut(id, command, asked)), this::view);
    }

    private void requireLead(@Nullable String leadId, String storeId) {
        boolean wrong = leadId != null
                && leads.find(leadId)
                        .filter(lead -> lead.storeId().equals(storeId))
                        .isEmpty();
        if (wrong) {
            throw ProblemException.invalid(List.of(new Violation("/leadId", "Must be a lead of this store.")));
        }
    }

    private Stored<Vehicle> visible(String id, Viewer viewer) {
        return vehicles.find(id)
                .filter(vehicle -> viewer.maySee(vehicle.storeId()))
                .orElseThrow(ProblemException::notFound);
    }

    private VehicleView view(Stored<Vehicle> vehicle) {
        return VehicleView.of(vehicle, commands.now(), stores.zone(vehicle.storeId()));
    }
}
