package io.dianmai.followup.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.kit.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Follow-up plans by their leads. */
@RestController
@RequestMapping("/api/follow-ups")
@Tag(name = "Follow-ups", description = "Who must be contacted by when")
class FollowUpController {
    /** Who speaks with customers, whoever leads them, and the store's own software. */
    private static final Role[] CONTACTING = {
        Role.SALES_CONSULTANT,
        Role.PHONE_WEB_DESK,
        Role.SHOWROOM_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.GENERAL_MANAGER,
        Role.STORE_SYSTEM
    };

    private final FollowUps followUps;
    private final GivenCommands commands;

    FollowUpController(FollowUps followUps, GivenCommands commands) {
        this.followUps = followUps;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "Follow-ups in order of their due time")
    Page<FollowUpView> list(@ParameterObject @Valid FollowUpSearch search, Viewer viewer) {
        return search.page(followUps, viewer, commands.now());
    }

    @GetMapping("/{leadId}")
    @Operation(summary = "The follow-up plan of a lead, with its last contacts")
    ResponseEntity<FollowUpView> find(@PathVariable String leadId, Viewer viewer) {
        return answer(visible(leadId, viewer));
    }

    @PostMapping("/{leadId}/contacts")
    @Operation(summary = "Log a contact; an effective one closes the open task and sets the next")
    ResponseEntity<FollowUpView> contact(
            @PathVariable String leadId,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 100)
                    String key,
            @RequestBody @Valid ContactRequest request,
            Viewer viewer) {
        Stored<FollowUpPlan> plan = changeable(leadId, viewer);
        Command command = commands.given(plan.storeId(), request.time(), key, request);
        return answer(Outcomes.stored(followUps.contact(leadId, command, request.contact())));
    }

    @PostMapping("/{leadId}/reschedule")
    @Operation(summary = "Move the open task to another time")
    ResponseEntity<FollowUpView> reschedule(
            @PathVariable String leadId,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 100)
                    String key,
            @RequestBody @Valid RescheduleRequest request,
            Viewer viewer) {
        Stored<FollowUpPlan> plan = changeable(leadId, viewer);
        Command command = commands.given(plan.storeId(), null, key, request);
        return answer(Outcomes.stored(followUps.reschedule(leadId, command, request.dueAt(), request.reason())));
    }

    private Stored<FollowUpPlan> changeable(String leadId, Viewer viewer) {
        viewer.require(CONTACTING);
        return visible(leadId, viewer);
    }

    private Stored<FollowUpPlan> visible(String leadId, Viewer viewer) {
        Stored<FollowUpPlan> plan = followUps.find(leadId).orElseThrow(ProblemException::notFound);
        viewer.requireStore(plan.storeId());
        return plan;
    }

    private ResponseEntity<FollowUpView> answer(Stored<FollowUpPlan> plan) {
        return Answers.ok(plan, stored -> FollowUpView.whole(stored, commands.now()));
    }
}
