package io.dianmai.lead.visit;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.RegisteredStores;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.CustomerSeal;
import io.dianmai.lead.lead.Leads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/api/visits")
@Tag(name = "Visits", description = "来店/电登记: every party and every call")
class VisitController {
    private final Visits visits;
    private final Leads leads;
    private final GivenCommands commands;
    private final PersonalDataSealer sealer;
    private final RegisteredStores registeredStores;

    VisitController(
            Visits visits,
            Leads leads,
            GivenCommands commands,
            PersonalDataSealer sealer,
            RegisteredStores registeredStores) {
        this.registeredStores = registeredStores;
        this.visits = visits;
        this.leads = leads;
        this.commands = commands;
        this.sealer = sealer;
    }

    @PostMapping
    @Operation(
            summary = "Log a party that came or called, whether or not it left contact data",
            description = "A phone that an open lead of the store has makes it a visit of that lead.")
    ResponseEntity<VisitView> log(
            @Valid @RequestBody VisitRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        registeredStores.require(body.storeId(), viewer);
        requireLead(body);
        String id = GivenCommands.newId(body.storeId(), "visit", null, key);
        SealedCustomer customer = CustomerSeal.of(sealer, body.customerName(), body.phone());
        var entry = body.entry(customer.masked());
        var command = commands.given(body.storeId(), body.time(), key, entry);
        return Answers.created("/api/visits", Outcomes.stored(visits.log(id, command, entry, customer)), VisitView::of);
    }

    private void requireLead(VisitRequest body) {
        String leadId = body.leadId();
        boolean wrong = leadId != null
                && leads.find(leadId)
                        .filter(lead -> lead.storeId().equals(body.storeId()))
                        .isEmpty();
        if (wrong) {
            throw ProblemException.invalid(List.of(new Violation("/leadId", "Must be a lead of this store.")));
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<VisitView> find(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        Stored<Visit> visit =
                visits.find(id).filter(found -> viewer.maySee(found.storeId())).orElseThrow(ProblemException::notFound);
        return Answers.ok(visit, VisitView::of);
    }

    @GetMapping
    @Operation(summary = "The visit log of the caller's stores, newest first")
    Page<VisitView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable String advisorId,
            @RequestParam(required = false) @Nullable String leadId,
            @RequestParam(required = false) @Nullable Boolean repeat,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        Access.READ.require(viewer);
        var paging = Paging.of(Visits.VISITED_AT, limit, cursor);
        List<Criteria> all = new ArrayList<>(List.of(paging.within(viewer, storeId)));
        add(all, Visits.ADVISOR, advisorId);
        add(all, Visits.LEAD, leadId);
        add(all, Visits.REPEAT, repeat);
        return paging.page(visits.find(new Criteria().andOperator(all), paging), Visit::visitedAt, VisitView::of);
    }

    static void add(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }
}
