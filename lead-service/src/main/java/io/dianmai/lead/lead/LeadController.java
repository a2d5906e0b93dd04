package io.dianmai.lead.lead;

import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedCustomer;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.mongodb.core.query.Criteria;
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
@RequestMapping("/api/leads")
@Tag(name = "Leads", description = "线索: who might buy")
class LeadController {
    private final Leads leads;
    private final GivenCommands commands;
    private final PersonalDataSealer sealer;

    LeadController(Leads leads, GivenCommands commands, PersonalDataSealer sealer) {
        this.leads = leads;
        this.commands = commands;
        this.sealer = sealer;
    }

    @PostMapping
    @Operation(summary = "Put a customer on file; the lead is assigned and graded at once")
    ResponseEntity<LeadView> register(
            @Valid @RequestBody RegistrationRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        viewer.requireStore(body.storeId());
        SealedCustomer customer = body.sealed(sealer);
        var registration = body.registration(customer.masked());
        var command = commands.given(body.storeId(), body.time(), key, registration);
        String id = GivenCommands.newId(body.storeId(), "lead", body.leadRef(), key);
        return Answers.created(
                "/api/leads", Outcomes.stored(leads.register(id, command, registration, customer)), LeadView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<LeadView> find(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        return Answers.ok(visible(id, viewer), LeadView::of);
    }

    @GetMapping
    @Operation(summary = "Leads of the caller's stores, newest first")
    Page<LeadView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable String advisorId,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable Boolean pool,
            @ParameterObject SaleFilter sale,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        Access.READ.require(viewer);
        var filter = new LeadFilter(storeId, advisorId, stage, level, pool);
        var paging = Paging.of(Leads.REGISTERED_AT, limit, cursor);
        return page(new Criteria().andOperator(filter.within(viewer, paging), sale.criteria()), paging);
    }

    /** A search by phone is a body, so that no phone stands in an address. */
    record Search(@NotBlank @Size(max = 40) String phone) {}

    @PostMapping("/search")
    @Operation(summary = "Leads of the caller's stores with this phone, newest first")
    Page<LeadView> search(@Valid @RequestBody Search body, Viewer viewer) {
        Access.READ.require(viewer);
        String hash = sealer.sealAt("/phone", Kind.PHONE, body.phone()).hash();
        var paging = Paging.of(Leads.REGISTERED_AT, null, null);
        var samePhone = Criteria.where(Leads.PHONE_HASH).is(hash);
        return page(new Criteria().andOperator(paging.within(viewer, null), samePhone), paging);
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

    private Page<LeadView> page(Criteria filter, Paging paging) {
        return paging.page(leads.find(filter, paging), Lead::registeredAt, LeadView::of);
    }
}
