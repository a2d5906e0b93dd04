package io.dianmai.aftersales.repairorder;

import io.dianmai.aftersales.AfterSalesAccess;
import io.dianmai.aftersales.JobOwners;
import io.dianmai.contracts.Personal.Kind;
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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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
@RequestMapping("/api/repair-orders")
@Tag(name = "Repair orders", description = "工单: opened, finished, settled, handed over")
class RepairOrderController {
    private final RepairOrders orders;
    private final JobOwners owners;
    private final GivenCommands commands;
    private final PersonalDataSealer sealer;
    private final RegisteredStores registeredStores;

    RepairOrderController(
            RepairOrders orders,
            JobOwners owners,
            GivenCommands commands,
            PersonalDataSealer sealer,
            RegisteredStores registeredStores) {
        this.registeredStores = registeredStores;
        this.orders = orders;
        this.owners = owners;
        this.commands = commands;
        this.sealer = sealer;
    }

    @PostMapping
    ResponseEntity<RepairOrderView> open(
            @Valid @RequestBody RepairOrderRequest.Open body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 200)
                    String key,
            Viewer viewer) {
        AfterSalesAccess.WRITE.require(viewer);
        registeredStores.require(body.storeId(), viewer);
        var open = new RepairOrderCommand.Open(
                owners.dimensions(body.storeId(), body.adviserId(), body.model()),
                body.kind(),
                body.booked(),
                sealer.sealOptionalAt("/plate", Kind.PLATE, body.plate()),
                body.promisedAt());
        String id = GivenCommands.newId(body.storeId(), "repair-order", body.orderRef(), key);
        var command = commands.given(body.storeId(), body.time(), key, body);
        return Answers.created(
                "/api/repair-orders", Outcomes.stored(orders.execute(id, command, open)), RepairOrderView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<RepairOrderView> find(@PathVariable String id, Viewer viewer) {
        AfterSalesAccess.READ.require(viewer);
        return Answers.ok(visible(id, viewer), RepairOrderView::of);
    }

    @GetMapping
    Page<RepairOrderView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        AfterSalesAccess.READ.require(viewer);
        var paging = Paging.of("state.openedAt", limit, cursor);
        return paging.page(
                orders.find(paging.within(viewer, storeId), paging.order(), paging.wanted()),
                RepairOrder::openedAt,
                RepairOrderView::of);
    }

    @PostMapping("/{id}/finish")
    ResponseEntity<RepairOrderView> finish(
            @PathVariable String id,
            @Valid @RequestBody RepairOrderRequest.Finish body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 200)
                    String key,
            Viewer viewer) {
        return step(id, body, key, viewer);
    }

    @PostMapping("/{id}/settlement")
    ResponseEntity<RepairOrderView> settle(
            @PathVariable String id,
            @Valid @RequestBody RepairOrderRequest.Settle body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 200)
                    String key,
            Viewer viewer) {
        return step(id, body, key, viewer);
    }

    @PostMapping("/{id}/settlement/reversal")
    @Operation(summary = "Take a settlement back, also after the handover; its day is counted again without it")
    ResponseEntity<RepairOrderView> reverse(
            @PathVariable String id,
            @Valid @RequestBody RepairOrderRequest.Reverse body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 200)
                    String key,
            Viewer viewer) {
        return step(id, body, key, viewer);
    }

    @PostMapping("/{id}/handover")
    ResponseEntity<RepairOrderView> handOver(
            @PathVariable String id,
            @Valid @RequestBody RepairOrderRequest.HandOver body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 200)
                    String key,
            Viewer viewer) {
        return step(id, body, key, viewer);
    }

    private ResponseEntity<RepairOrderView> step(
            String id, RepairOrderRequest.Step body, @Nullable String key, Viewer viewer) {
        AfterSalesAccess.WRITE.require(viewer);
        String storeId = visible(id, viewer).storeId();
        var command = commands.given(storeId, body.time(), key, body);
        return Answers.ok(Outcomes.stored(orders.execute(id, command, body.command())), RepairOrderView::of);
    }

    private Stored<RepairOrder> visible(String id, Viewer viewer) {
        return orders.find(id).filter(found -> viewer.maySee(found.storeId())).orElseThrow(ProblemException::notFound);
    }
}
