package io.dianmai.lead.pool;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.Hand;
import io.dianmai.lead.lead.Hands;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.LeadView;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.lead.PoolCommand;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What advisors do about who has a lead. It happens now: none of these says when. */
@RestController
@RequestMapping("/api/leads/{id}")
@Tag(name = "Leads")
class PoolLeadController {
    private final Leads leads;
    private final ClaimDesk claims;
    private final PoolRules rules;
    private final GivenCommands commands;

    PoolLeadController(Leads leads, ClaimDesk claims, PoolRules rules, GivenCommands commands) {
        this.leads = leads;
        this.claims = claims;
        this.rules = rules;
        this.commands = commands;
    }

    /**
     * Why, for those who read it later; no personal data.
     */
    record Reason(@NotBlank @Size(max = 500) String reason) {}

    /** Through whose hands a lead has gone, the last change first. */
    record Owners(List<Hand> items) {}

    @PostMapping("/claim")
    @Operation(
            summary = "Take a lead out of the pool for oneself",
            description = "Within the caps of the pool's rule, and not one's own for some time after its recall.")
    ResponseEntity<LeadView> claim(
            @PathVariable String id,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        String advisorId = advisor(viewer);
        String storeId = visible(id, viewer).storeId();
        var command = commands.given(storeId, null, key, ifMatch, "claim by " + advisorId);
        return Answers.ok(Outcomes.stored(claims.claim(id, command, advisorId)), LeadView::of);
    }

    @PostMapping("/return")
    @Operation(summary = "Give one's own lead back to the company, with a reason")
    ResponseEntity<LeadView> giveBack(
            @PathVariable String id,
            @Valid @RequestBody Reason body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        String advisorId = advisor(viewer);
        String storeId = visible(id, viewer).storeId();
        var command = commands.given(storeId, null, key, ifMatch, "return by " + advisorId + ": " + body);
        var asked = new PoolCommand.GiveBack(advisorId, body.reason());
        return Answers.ok(Outcomes.stored(leads.carryOut(id, command, asked)), LeadView::of);
    }

    @PostMapping("/refusal")
    @Operation(
            summary = "Refuse a lead that one was given, with a reason",
            description = "As long after it was given as the pool's rule says. The lead goes to the next by the rule of"
                    + " assignment, to nobody who refused it before; where there is nobody, to the pool.")
    ResponseEntity<LeadView> refuse(
            @PathVariable String id,
            @Valid @RequestBody Reason body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        String advisorId = advisor(viewer);
        String storeId = visible(id, viewer).storeId();
        var command = commands.given(storeId, null, key, ifMatch, "refusal by " + advisorId + ": " + body);
        var within = rules.of(storeId, command.time()).refuseWithin();
        var asked = new PoolCommand.Decline(advisorId, body.reason(), within);
        return Answers.ok(Outcomes.stored(leads.carryOut(id, command, asked)), LeadView::of);
    }

    @GetMapping("/owners")
    @Operation(
            summary =
                    "Through whose hands a lead has gone: the last twenty changes, newest first, each with its reason")
    Owners owners(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        return new Owners(Hands.of(visible(id, viewer).state().hands()).last().reversed());
    }

    private static String advisor(Viewer viewer) {
        Access.TAKE.require(viewer);
        String staffId = viewer.staffId();
        if (staffId == null) {
            throw Outcomes.problem(PoolLimits.NO_STAFF_ID);
        }
        return staffId;
    }

    private Stored<Lead> visible(String id, Viewer viewer) {
        return leads.find(id).filter(lead -> viewer.maySee(lead.storeId())).orElseThrow(ProblemException::notFound);
    }
}
