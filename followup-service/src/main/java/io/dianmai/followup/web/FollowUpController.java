package io.dianmai.followup.web;

import io.dianmai.followup.contact.ContactAccess;
import io.dianmai.followup.contact.ContactLog;
import io.dianmai.followup.contact.ContactView;
import io.dianmai.followup.contact.SealedNotes;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.followup.policy.Rules;
import io.dianmai.followup.policy.TaskPolicy;
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
import java.time.Instant;
import java.util.List;
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
    private final FollowUps followUps;
    private final ContactLog log;
    private final SealedNotes notes;
    private final Rules rules;
    private final GivenCommands commands;

    FollowUpController(FollowUps followUps, ContactLog log, SealedNotes notes, Rules rules, GivenCommands commands) {
        this.followUps = followUps;
        this.log = log;
        this.notes = notes;
        this.rules = rules;
        this.commands = commands;
    }

    @GetMapping
    @Operation(summary = "Follow-ups in order of their due time")
    Page<FollowUpView> list(@ParameterObject @Valid FollowUpSearch search, Viewer viewer) {
        return search.page(followUps, rules, viewer, commands.now());
    }

    @GetMapping("/{leadId}")
    @Operation(summary = "The follow-up plan of a lead, with its last contacts")
    ResponseEntity<FollowUpView> find(@PathVariable String leadId, Viewer viewer) {
        return answer(visible(leadId, viewer), viewer);
    }

    @PostMapping("/{leadId}/contacts")
    @Operation(
            summary = "Log a contact; an effective one closes the open task and sets the next",
            description =
                    "With what was agreed for the next time, a proposal for the level, and a note. 422 when the next "
                            + "contact is in the past or too far ahead.")
    ResponseEntity<FollowUpView> contact(
            @PathVariable String leadId,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 100)
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ContactRequest request,
            Viewer viewer) {
        Stored<FollowUpPlan> plan = changeable(leadId, viewer);
        Command command = commands.given(plan.storeId(), request.time(), key, ifMatch, request);
        var contact = request.contact(viewer.staffId(), notes.seal(request.note()));
        Stored<FollowUpPlan> after = Outcomes.stored(followUps.contact(leadId, command, contact));
        log.follow(after);
        return answer(after, viewer);
    }

    @PostMapping("/{leadId}/reschedule")
    @Operation(
            summary = "Move the open task to another time, or put it off",
            description =
                    "422 when the time is in the past, too far ahead, or further than such a task can be put off.")
    ResponseEntity<FollowUpView> reschedule(
            @PathVariable String leadId,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 100)
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid RescheduleRequest request,
            Viewer viewer) {
        Stored<FollowUpPlan> plan = changeable(leadId, viewer);
        Command command = commands.given(plan.storeId(), null, key, ifMatch, request);
        return answer(
                Outcomes.stored(followUps.reschedule(leadId, command, request.dueAt(), request.reason())), viewer);
    }

    @PostMapping("/{leadId}/skip")
    @Operation(
            summary = "Skip the open task: the contact need not be made, and the next one follows",
            description = "409 when there is no contact left to make.")
    ResponseEntity<FollowUpView> skip(
            @PathVariable String leadId,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Nullable @Size(min = 1, max = 100)
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid SkipRequest request,
            Viewer viewer) {
        Stored<FollowUpPlan> plan = changeable(leadId, viewer);
        Command command = commands.given(plan.storeId(), null, key, ifMatch, request);
        return answer(Outcomes.stored(followUps.skip(leadId, command, request.reason())), viewer);
    }

    private Stored<FollowUpPlan> changeable(String leadId, Viewer viewer) {
        ContactAccess.require(viewer);
        return visible(leadId, viewer);
    }

    private Stored<FollowUpPlan> visible(String leadId, Viewer viewer) {
        Stored<FollowUpPlan> plan = followUps.find(leadId).orElseThrow(ProblemException::notFound);
        viewer.requireStore(plan.storeId());
        return plan;
    }

    private ResponseEntity<FollowUpView> answer(Stored<FollowUpPlan> plan, Viewer viewer) {
        Instant now = commands.now();
        TaskPolicy asked = rules.at(plan.storeId(), now).tasks();
        return Answers.ok(plan, stored -> FollowUpView.whole(stored, contacts(stored, viewer), asked, now));
    }

    private List<ContactView> contacts(Stored<FollowUpPlan> plan, Viewer viewer) {
        boolean reads = ContactAccess.of(viewer);
        return plan.state().contacts().reversed().stream()
                .map(contact -> ContactView.of(contact, reads ? notes.open(contact.sealedNote()) : null))
                .toList();
    }
}
