package io.dianmai.lead.stock;

import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.RegisteredStores;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.kit.web.Page;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
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
@RequestMapping("/api/vehicles")
@Tag(name = "Vehicle stock", description = "库存: vehicles from receipt to sale")
class VehicleController {
    private final Vehicles vehicles;
    private final RegisteredStores registeredStores;
    private final StoreReplica stores;
    private final GivenCommands commands;
    private final PersonalDataSealer sealer;

    VehicleController(
            Vehicles vehicles,
            RegisteredStores registeredStores,
            StoreReplica stores,
            GivenCommands commands,
            PersonalDataSealer sealer) {
        this.vehicles = vehicles;
        this.registeredStores = registeredStores;
        this.stores = stores;
        this.commands = commands;
        this.sealer = sealer;
    }

    @PostMapping
    @Operation(summary = "Take a vehicle into stock; its VIN is kept sealed and shown masked")
    ResponseEntity<VehicleView> receive(
            @Valid @RequestBody ReceiptRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        Access.RUN.require(viewer);
        registeredStores.require(body.storeId(), viewer);
        var receipt = body.receipt(body.sealed(sealer));
        Command command = commands.given(body.storeId(), body.time(), key, receipt.unsealed());
        String id = Vehicles.idOf(body.storeId(), body.vehicleRef());
        return Answers.created("/api/vehicles", Outcomes.stored(vehicles.carryOut(id, command, receipt)), this::view);
    }

    @GetMapping("/{id}")
    ResponseEntity<VehicleView> find(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        return Answers.ok(visible(id, viewer), this::view);
    }

    @GetMapping
    @Operation(
            summary = "Vehicles of the caller's stores, the longest in stock first; with sort=-age the newest first",
            description = "minAgeDays: in the stock of the group for at least so many calendar days. clash: only those"
                    + " that more than one order names, or with false the others.")
    Page<VehicleView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable String vehicleRef,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String colour,
            @RequestParam(required = false) @Nullable StockState state,
            @RequestParam(required = false) @PositiveOrZero @Max(36500) @Nullable Integer minAgeDays,
            @RequestParam(required = false) @Nullable Boolean clash,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        Access.READ.require(viewer);
        var zone = storeId == null ? StoreReplica.DEFAULT_ZONE : stores.zone(storeId);
        Instant agedBefore = minAgeDays == null ? null : StockAge.arrivedBefore(commands.now(), minAgeDays, zone);
        var filter = new VehicleFilter(storeId, vehicleRef, model, colour, state, agedBefore, clash);
        var paging = VehicleFilter.paging(sort, limit, cursor);
        return paging.page(vehicles.find(filter.within(viewer, paging), paging), Vehicle::agedFrom, this::view);
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
