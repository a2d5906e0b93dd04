package io.dianmai.lead.activity;

import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.RegisteredStores;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.activity.ActivityCommand.Planning;
import io.dianmai.lead.lead.Access;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/activities")
@Tag(name = "Activities", description = "市场活动: plans, phases and costs")
class ActivityController {
    private final Activities activities;
    private final RegisteredStores registeredStores;
    private final GivenCommands commands;

    ActivityController(Activities activities, RegisteredStores registeredStores, GivenCommands commands) {
        this.activities = activities;
        this.registeredStores = registeredStores;
        this.commands = commands;
    }

    @PostMapping
    @Operation(summary = "Plan an activity; leads name it by its activityId")
    ResponseEntity<ActivityView> plan(
            @Valid @RequestBody ActivityRequest.New body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        Access.RUN.require(viewer);
        registeredStores.require(body.storeId(), viewer);
        var command = commands.given(body.storeId(), body.time(), key, body);
        var asked = new Planning(body.activityId(), body.plan().plan());
        String id = Activities.idOf(body.storeId(), body.activityId());
        return Answers.created(
                "/api/activities", Outcomes.stored(activities.carryOut(id, command, asked)), ActivityView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<ActivityView> find(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        return Answers.ok(visible(id, viewer), ActivityView::of);
    }

    @GetMapping
    @Operation(summary = "Activities of the caller's stores, the last planned first")
    Page<ActivityView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable String activityId,
            @RequestParam(required = false) @Nullable ActivityPhase phase,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        Access.READ.require(viewer);
        var paging = Paging.of(Activities.PLANNED_AT, limit, cursor);
        var found =
                activities.find(wanted(viewer, paging, storeId, activityId, phase), paging.order(), paging.wanted());
        return paging.page(found, MarketActivity::plannedAt, ActivityView::of);
    }

    /** Those that a list or an export is of. */
    static Criteria wanted(
            Viewer viewer,
            Paging paging,
            @Nullable String storeId,
            @Nullable String activityId,
            @Nullable ActivityPhase phase) {
        List<Criteria> all = new ArrayList<>(List.of(paging.within(viewer, storeId)));
        add(all, Activities.ACTIVITY_ID, activityId);
        add(all, Activities.PHASE, phase);
        return new Criteria().andOperator(all);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change the plan: all of it as it stands now")
    ResponseEntity<ActivityView> replan(
            @PathVariable String id,
            @Valid @RequestBody ActivityRequest.Replan body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(id, body.asked(), body, new Preconditions(key, ifMatch), viewer);
    }

    @PostMapping("/{id}/phase")
    @Operation(summary = "Enter a phase; forward only, phases may be skipped")
    ResponseEntity<ActivityView> enter(
            @PathVariable String id,
            @Valid @RequestBody ActivityRequest.Enter body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(id, body.asked(), body, new Preconditions(key, ifMatch), viewer);
    }

    @PostMapping("/{id}/costs")
    @Operation(summary = "Book what the activity has cost, each cost once; a negative amount takes some back")
    ResponseEntity<ActivityView> book(
            @PathVariable String id,
            @Valid @RequestBody ActivityRequest.Book body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(id, body.asked(), body, new Preconditions(key, ifMatch), viewer);
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Say that the activity will not be; what it has cost stays in the books")
    ResponseEntity<ActivityView> cancel(
            @PathVariable String id,
            @Valid @RequestBody ActivityRequest.Cancel body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return change(id, body.asked(), body, new Preconditions(key, ifMatch), viewer);
    }

    private record Preconditions(
            @Nullable String key, @Nullable String ifMatch) {}

    private ResponseEntity<ActivityView> change(
            String id, ActivityCommand asked, ActivityRequest body, Preconditions given, Viewer viewer) {
        Access.RUN.require(viewer);
        String storeId = visible(id, viewer).storeId();
        var command = commands.given(storeId, body.time(), given.key(), given.ifMatch(), body);
        return Answers.ok(Outcomes.stored(activities.carryOut(id, command, asked)), ActivityView::of);
    }

    private Stored<MarketActivity> visible(String id, Viewer viewer) {
        return activities
                .find(id)
                .filter(activity -> viewer.maySee(activity.storeId()))
                .orElseThrow(ProblemException::notFound);
    }

    private static void add(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(Criteria.where(field).is(value));
        }
    }
}
