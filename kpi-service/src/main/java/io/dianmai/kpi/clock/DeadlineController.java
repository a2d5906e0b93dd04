package io.dianmai.kpi.clock;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/deadlines")
@Tag(name = "Deadlines", description = "时限: what runs, what comes next, and putting reminders off")
class DeadlineController {
    private final ClockBook clocks;
    private final DeadlineDesk desk;
    private final DeadlineViews views;
    private final GivenCommands commands;

    DeadlineController(ClockBook clocks, DeadlineDesk desk, DeadlineViews views, GivenCommands commands) {
        this.clocks = clocks;
        this.desk = desk;
        this.views = views;
        this.commands = commands;
    }

    @GetMapping
    @Operation(
            summary = "Deadlines of the caller's stores, the next one due first",
            description = "Those who manage see all of their stores', everybody else their own.")
    Page<DeadlineView> list(
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable DeadlineKind kind,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) DeadlineView.@Nullable State state,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        if (store != null) {
            viewer.requireStore(store);
        }
        var paging = Paging.of(ClockDocuments.DUE_AT, Sort.Direction.ASC, limit, cursor);
        var filter = new DeadlineFilter(kind, owner, Oversight.boundTo(viewer), state, dueBefore);
        List<TrackedClock> found =
                clocks.find(filter.within(paging.within(viewer, store)), paging.order(), paging.wanted());
        Map<String, DeskState> done =
                desk.of(found.stream().map(TrackedClock::id).toList());
        return paging.page(
                found.stream().map(DeadlineController::stored).toList(),
                clock -> run(clock).dueAt(),
                clock -> views.brief(clock.state(), run(clock.state()), done.get(clock.id())));
    }

    private static Stored<TrackedClock> stored(TrackedClock clock) {
        return new Stored<>(clock.id(), clock.storeId(), 0, clock);
    }

    private static Episode run(TrackedClock clock) {
        return clock.latest().orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One deadline with its rungs: those that fired, those that come, and who hears of them")
    DeadlineView find(@PathVariable String id, Viewer viewer) {
        TrackedClock clock = visible(id, viewer);
        return views.full(clock, run(clock), desk.of(List.of(id)).get(id));
    }

    @PostMapping("/{id}/snooze")
    @Operation(
            summary = "Put the reminders of a deadline off; the deadline itself, and what acts when it lapses, stay",
            description = "For its owner and those who manage the store.")
    DeadlineView snooze(
            @PathVariable String id,
            @Valid @RequestBody SnoozeRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        TrackedClock clock = visible(id, viewer);
        Episode run = run(clock);
        Oversight.requireActing(viewer, Objects.equals(viewer.staffId(), run.ownerId()));
        Command command = commands.given(clock.storeId(), null, key, body);
        Snoozing snoozing = views.snoozing(clock, run);
        Instant until = body.until(command.time());
        var stored =
                Outcomes.stored(desk.snooze(id, command, snoozing, until, body.reason(), Oversight.nameOf(viewer)));
        return views.full(clock, run, stored.state());
    }

    /** Somebody else's deadline is not there for whoever sees only his own. */
    private TrackedClock visible(String id, Viewer viewer) {
        TrackedClock clock = clocks.find(id).orElseThrow(ProblemException::notFound);
        viewer.requireStore(clock.storeId());
        String bound = Oversight.boundTo(viewer);
        if (bound != null && !bound.equals(run(clock).ownerId())) {
            throw ProblemException.notFound();
        }
        return clock;
    }
}
