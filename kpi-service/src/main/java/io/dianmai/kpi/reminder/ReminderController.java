package io.dianmai.kpi.reminder;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/reminders}: newest first; those who manage see their stores', everybody else their own. */
@RestController
class ReminderController {
    private static final ProblemType UNKNOWN_CURSOR =
            ProblemType.of("unknown-cursor", "There is no such place in the list", HttpStatus.BAD_REQUEST);
    private static final Role[] MANAGING = {
        Role.GROUP_HQ,
        Role.BRAND_DIRECTOR,
        Role.REGIONAL_MANAGER,
        Role.GENERAL_MANAGER,
        Role.SALES_MANAGER,
        Role.SHOWROOM_SUPERVISOR,
        Role.SERVICE_MANAGER,
        Role.WORKSHOP_SUPERVISOR,
        Role.CUSTOMER_CARE_MANAGER,
        Role.STORE_SYSTEM,
        Role.OPERATIONS
    };

    private final ReminderList reminders;

    ReminderController(ReminderList reminders) {
        this.reminders = reminders;
    }

    /**
     * One page.
     *
     * @param next cursor of the next page; absent on the last one
     */
    record Page(List<Reminder> reminders, @Nullable String next) {}

    @GetMapping("/api/reminders")
    Page list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable DeadlineKind kind,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (store != null) {
            viewer.requireStore(store);
        }
        var filter = new ReminderList.Filter(store, kind, ownOnly(viewer), since, place(cursor));
        List<Reminder> found = reminders.find(viewer.within(), filter, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<Reminder> page = found.subList(0, limit);
        return new Page(page, ReminderCursor.after(page.getLast()).token());
    }

    private static @Nullable String ownOnly(Viewer viewer) {
        if (viewer.has(MANAGING)) {
            return null;
        }
        // Whoever is neither managing nor on the staff owns nothing.
        return viewer.staffId() == null ? "" : viewer.staffId();
    }

    private static @Nullable ReminderCursor place(@Nullable String cursor) {
        return cursor == null
                ? null
                : ReminderCursor.parse(cursor)
                        .orElseThrow(() -> new ProblemException(UNKNOWN_CURSOR, "cursor is the next of a page."));
    }
}
