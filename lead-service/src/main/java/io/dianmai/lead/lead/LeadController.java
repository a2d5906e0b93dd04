package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
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
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads", description = "线索: who might buy")
class LeadController {
    private final Leads leads;
    private final GivenCommands commands;
    private final Registering registering;

    LeadController(Leads leads, GivenCommands commands, Registering registering) {
        this.leads = leads;
        this.commands = commands;
        this.registering = registering;
    }

    @PostMapping
    @Operation(
            summary = "Put a customer on file; the lead is assigned and graded at once",
            description =
                    "201 with the new lead. A customer whose phone the store has on file joins that lead, which is"
                            + " answered with 200 and opened again if it was lost; one who has bought gets a new lead.")
    ResponseEntity<LeadView> register(
            @Valid @RequestBody RegistrationRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        Registered registered = registering.register(body, key, viewer);
        Stored<Lead> lead = Outcomes.stored(registered.outcome());
        return registered.joined() ? Answers.ok(lead, LeadView::of) : Answers.created("/api/leads", lead, LeadView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<LeadView> find(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        return Answers.ok(visible(id, viewer), LeadView::of);
    }

    @PostMapping("/{id}/assignment")
    ResponseEntity<LeadView> assign(
            @PathVariable String id,
            @Valid @RequestBody LeadRequest.Assign body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(Access.ASSIGN, id, body, key, ifMatch, viewer);
    }

    @PostMapping("/{id}/recall")
    @Operation(summary = "Take an open lead without an order back into the company pool")
    ResponseEntity<LeadView> recall(
            @PathVariable String id,
            @Valid @RequestBody LeadRequest.Recall body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(Access.MANAGE, id, body, key, ifMatch, viewer);
    }

    @PostMapping("/{id}/grading")
    ResponseEntity<LeadView> grade(
            @PathVariable String id,
            @Valid @RequestBody LeadRequest.Grade body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(Access.WRITE, id, body, key, ifMatch, viewer);
    }

    @PostMapping("/{id}/test-drives")
    ResponseEntity<LeadView> testDrive(
            @PathVariable String id,
            @Valid @RequestBody LeadRequest.DriveTest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(Access.WRITE, id, body, key, ifMatch, viewer);
    }

    @PostMapping("/{id}/orders")
    ResponseEntity<LeadView> order(
            @PathVariable String id,
            @Valid @RequestBody LeadRequest.SignOrder body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(Access.WRITE, id, body, key, ifMatch, viewer);
    }

    @PostMapping("/{id}/orders/cancellation")
    @Operation(summary = "Take an order back before delivery; its day is counted again without it")
    ResponseEntity<LeadView> cancelOrder(
            @PathVariable String id,
            @Valid @RequestBody LeadRequest.CancelOrder body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(Access.WRITE, id, body, key, ifMatch, viewer);
    }

    @PostMapping("/{id}/delivery")
    ResponseEntity<LeadView> deliver(
            @PathVariable String id,
            @Valid @RequestBody LeadRequest.Deliver body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(Access.WRITE, id, body, key, ifMatch, viewer);
    }

    @PostMapping("/{id}/loss")
    ResponseEntity<LeadView> lose(
            @PathVariable String id,
            @Valid @RequestBody LeadRequest.Lose body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(Access.WRITE, id, body, key, ifMatch, viewer);
    }

    private ResponseEntity<LeadView> change(
            Access access, String id, LeadRequest body, @Nullable String key, @Nullable String ifMatch, Viewer viewer) {
        access.require(viewer);
        String storeId = visible(id, viewer).storeId();
        var command = commands.given(storeId, body.time(), key, ifMatch, body);
        return Answers.ok(Outcomes.stored(leads.carryOut(id, command, body.change())), LeadView::of);
    }

    private Stored<Lead> visible(String id, Viewer viewer) {
        return leads.find(id).filter(lead -> viewer.maySee(lead.storeId())).orElseThrow(ProblemException::notFound);
    }
}
