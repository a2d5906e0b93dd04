package io.dianmai.followup.day;

import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.OpenPlans;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An advisor's day. */
@RestController
@Tag(name = "Days", description = "What an advisor and a team have before them today")
class MyDayController {
    /** How much of what is due on other days is shown. */
    private static final int NEXT = 20;

    private final OpenPlans plans;
    private final Tallies tallies;
    private final Day day;
    private final GivenCommands commands;

    MyDayController(OpenPlans plans, Tallies tallies, Day day, GivenCommands commands) {
        this.plans = plans;
        this.tallies = tallies;
        this.day = day;
        this.commands = commands;
    }

    @GetMapping("/api/my-day")
    @Operation(
            summary = "Whom I have to contact: overdue, due today, and next",
            description =
                    "Also new leads, appointments of today, and leads that are about to be recalled; with what was done today.")
    MyDay myDay(Viewer viewer) {
        String staffId = viewer.staffId();
        if (staffId == null) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only people have a day of their own.");
        }
        Instant now = commands.now();
        List<Stored<FollowUpPlan>> mine = plans.of(List.of(staffId)).stream()
                .filter(plan -> viewer.maySee(plan.storeId()))
                .sorted(Day.FIRST_DUE)
                .toList();
        return new MyDay(
                now,
                DayCounts.of(mine, tally(viewer, staffId, mine, now), day, now),
                tasks(mine, plan -> Day.isOverdue(plan, now), now),
                tasks(mine, plan -> day.isDueToday(plan, now), now),
                next(mine, now),
                tasks(mine, Day::isNew, now),
                tasks(mine, plan -> day.isAppointment(plan, now), now),
                tasks(mine, plan -> day.isAboutToBeRecalled(plan, now), now));
    }

    private List<DayTask> tasks(List<Stored<FollowUpPlan>> mine, Predicate<Stored<FollowUpPlan>> which, Instant now) {
        return day.tasks(mine.stream().filter(which).toList(), now);
    }

    private List<DayTask> next(List<Stored<FollowUpPlan>> mine, Instant now) {
        return day.tasks(
                mine.stream()
                        .filter(plan -> !Day.isOverdue(plan, now) && !day.isDueToday(plan, now))
                        .limit(NEXT)
                        .toList(),
                now);
    }

    /** At all the stores that the advisor works for. */
    private Tally tally(Viewer viewer, String staffId, List<Stored<FollowUpPlan>> mine, Instant now) {
        Set<String> storeIds = new HashSet<>();
        mine.forEach(plan -> storeIds.add(plan.storeId()));
        if (viewer.stores() instanceof StoreScope.Only(Set<String> own)) {
            storeIds.addAll(own);
        }
        return storeIds.stream()
                .map(store -> tallies.of(store, List.of(staffId), now).getOrDefault(staffId, Tally.NONE))
                .reduce(Tally.NONE, Tally::plus);
    }
}
