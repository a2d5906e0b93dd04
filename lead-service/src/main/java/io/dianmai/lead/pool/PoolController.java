package io.dianmai.lead.pool;

import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.Leads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/lead-pool")
@Tag(name = "Lead pool", description = "公海: leads that wait for an owner")
class PoolController {
    private final Leads leads;
    private final PoolRules rules;
    private final ShareOuts shareOuts;
    private final GivenCommands commands;

    PoolController(Leads leads, PoolRules rules, ShareOuts shareOuts, GivenCommands commands) {
        this.leads = leads;
        this.rules = rules;
        this.shareOuts = shareOuts;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "The pool of the caller's stores, whoever waits longest first: since when, why, and from whom")
    Page<PooledLead> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable RecallReason reason,
            @RequestParam(required = false) @Nullable String previousAdvisorId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        Access.READ.require(viewer);
        var paging = Paging.of(Leads.RECALLED_AT, Sort.Direction.ASC, limit, cursor);
        var wanted = new Criteria()
                .andOperator(
                        paging.within(viewer, storeId),
                        is(Leads.RECALL_REASON, reason),
                        is(Leads.PREVIOUS_ADVISOR, previousAdvisorId));
        return paging.page(
                leads.inPool(wanted, paging),
                PooledLead::waitsSince,
                lead -> PooledLead.of(lead, rules.of(lead.storeId(), commands.now())));
    }

    private static Criteria is(String field, @Nullable Object value) {
        return value == null ? new Criteria() : Criteria.where(field).is(value);
    }

    /** Whose pool is to be shared out. */
    record Asked(@NotBlank @Size(max = 100) String storeId) {}

    @PostMapping("/share-out")
    @Operation(
            summary = "Deal what is left of today's quota to the special team, oldest first",
            description =
                    "Evenly among those of the team who are at work and have room. With the same Idempotency-Key a"
                            + " repeat finishes what a crash left, and deals nothing twice.")
    ShareOutView shareOut(
            @Valid @RequestBody Asked body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        Access.MANAGE.require(viewer);
        viewer.requireStore(body.storeId());
        var command = commands.given(body.storeId(), null, key, body);
        return switch (shareOuts.shareOut(command, viewer.subject())) {
            case ShareOuts.Result.Done done -> ShareOutView.of(body.storeId(), done);
            case ShareOuts.Result.Refused refused -> throw problem(refused);
        };
    }

    private static ProblemException problem(ShareOuts.Result.Refused refused) {
        return Outcomes.problem(refused.refusal());
    }
}
