package io.dianmai.kpi.reminder;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.kit.web.Page;
import io.dianmai.kpi.clock.DeadlineDesk;
import io.dianmai.kpi.clock.DeskState;
import io.dianmai.kpi.clock.Oversight;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Newest first; those who manage see their stores', everybody else their own. */
@RestController
@RequestMapping("/api/reminders")
@Tag(name = "Reminders", description = "提醒: what fired, who heard of it, and who has taken note")
class ReminderController {
    private final ReminderList reminders;
    private final DeadlineDesk desk;
    private final GivenCommands commands;

    ReminderController(ReminderList reminders, DeadlineDesk desk, GivenCommands commands) {
        this.reminders = reminders;
        this.desk = desk;
        this.commands = commands;
    }

    /**
     * One page.
     *
     * @param next cursor of the next page; absent on the last one
     */
    record Reminders(List<ReminderView> reminders, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "Reminders of the caller's stores, newest first")
    Reminders list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable DeadlineKind kind,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var filter = filter(viewer, store, kind, since, cursor);
        List<Reminder> found = reminders.find(viewer.within(), filter, limit + 1);
        Page<Reminder> page = page(found, limit, last -> new ReminderCursor(last.firedAt(), last.id()));
        Map<String, DeskState> done =
                desk.of(page.items().stream().map(Reminder::deadlineId).toList());
        return new Reminders(
                page.items().stream()
                        .map(reminder -> ReminderView.of(reminder, done.get(reminder.deadlineId())))
                        .toList(),
                page.next());
    }

    @GetMapping("/digests")
    @Operation(
            summary = "Digests of the caller's stores, newest first: what people were told of many reminders at once")
    Page<Digest> digests(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var filter = filter(viewer, store, null, since, cursor);
        List<Digest> found = reminders.findDigests(viewer.within(), filter, limit + 1);
        return page(found, limit, last -> new ReminderCursor(last.firedAt(), last.id()));
    }

    @PostMapping("/{id}/acknowledge")
    @Operation(
            summary = "Take note of a reminder: everybody sees who did, and the clock runs on",
            description =
                    "For those whom it was for, and those who manage the store. The first who takes note is kept.")
    ReminderView acknowledge(
            @PathVariable String id,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        Reminder reminder = visible(id, viewer);
        Oversight.requireActing(viewer, reminder.concerns(viewer.staffId()));
        var done = desk.acknowledge(
                reminder.deadlineId(),
                commands.given(reminder.storeId(), null, key, "acknowledge " + id),
                reminder.kind(),
                reminder.aggregateId(),
                reminder.reminderId(),
                Oversight.nameOf(viewer));
        return ReminderView.of(reminder, Outcomes.stored(done).state());
    }

    private Reminder visible(String id, Viewer viewer) {
        Reminder reminder = reminders.find(id).orElseThrow(ProblemException::notFound);
        viewer.requireStore(reminder.storeId());
        if (Oversight.boundTo(viewer) != null && !reminder.concerns(viewer.staffId())) {
            throw ProblemException.notFound();
        }
        return reminder;
    }

    private static ReminderFilter filter(
            Viewer viewer,
            @Nullable String store,
            @Nullable DeadlineKind kind,
            @Nullable Instant since,
            @Nullable String cursor) {
        if (store != null) {
            viewer.requireStore(store);
        }
        return new ReminderFilter(store, kind, Oversight.boundTo(viewer), since, ReminderCursor.of(cursor));
    }

    private static <T> Page<T> page(List<T> found, int limit, Function<T, ReminderCursor> place) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> shown = found.subList(0, limit);
        return new Page<>(shown, place.apply(shown.getLast()).token());
    }
}
