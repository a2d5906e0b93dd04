package io.dianmai.followup.day;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.OpenPlans;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The day of a team, for whoever leads it. */
@RestController
@Tag(name = "Days")
class TeamDayController {
    private static final int WORST = 20;
    /** Who has customers to follow up. */
    private static final Role[] ADVISORS = {Role.SALES_CONSULTANT, Role.PHONE_WEB_DESK, Role.SHOWROOM_SUPERVISOR};

    private static final Role[] LEADING = {
        Role.SHOWROOM_SUPERVISOR,
        Role.SALES_MANAGER,
        Role.GENERAL_MANAGER,
        Role.REGIONAL_MANAGER,
        Role.BRAND_DIRECTOR,
        Role.GROUP_HQ
    };

    private final OpenPlans plans;
    private final Tallies tallies;
    private final StoreReplica stores;
    private final Day day;
    private final GivenCommands commands;

    TeamDayController(OpenPlans plans, Tallies tallies, StoreReplica stores, Day day, GivenCommands commands) {
        this.plans = plans;
        this.tallies = tallies;
        this.stores = stores;
        this.day = day;
        this.commands = commands;
    }

    @GetMapping("/api/team-day")
    @Operation(
            summary = "What the advisors of a store or a team have before them, and what they have done today",
            description = "Who has the most overdue comes first; worst is what is overdue the longest.")
    TeamDay teamDay(
            @RequestParam @Size(max = 100) String storeId,
            @RequestParam(required = false) @Nullable @Size(max = 100) String teamId,
            Viewer viewer) {
        viewer.require(LEADING);
        viewer.requireStore(storeId);
        Instant now = commands.now();
        Map<String, StaffMember> team = team(storeId, teamId);
        List<Stored<FollowUpPlan>> open = plans.of(team.keySet()).stream()
                .filter(plan -> plan.storeId().equals(storeId))
                .sorted(Day.FIRST_DUE)
                .toList();
        Map<String, Tally> done = tallies.of(storeId, team.keySet(), now);
        Tally total = done.values().stream().reduce(Tally.NONE, Tally::plus);
        return new TeamDay(
                storeId,
                teamId,
                now,
                DayCounts.of(open, total, day, now),
                advisors(team, open, done, now),
                day.tasks(
                        open.stream()
                                .filter(plan -> Day.isOverdue(plan, now))
                                .limit(WORST)
                                .toList(),
                        now));
    }

    private Map<String, StaffMember> team(String storeId, @Nullable String teamId) {
        return stores.find(storeId).stream()
                .flatMap(store -> store.staff().stream())
                .filter(member -> teamId == null || teamId.equals(member.teamId()))
                .filter(member -> List.of(ADVISORS).stream().anyMatch(member.roles()::contains))
                .collect(Collectors.toMap(StaffMember::staffId, member -> member, (one, _) -> one));
    }

    /** Who has left is shown as long as there is something left to hand over. */
    private List<TeamDay.OfAdvisor> advisors(
            Map<String, StaffMember> team, List<Stored<FollowUpPlan>> open, Map<String, Tally> done, Instant now) {
        Map<String, List<Stored<FollowUpPlan>>> byAdvisor = open.stream()
                .collect(Collectors.groupingBy(plan ->
                        Objects.requireNonNullElse(plan.state().dimensions().advisorId(), "")));
        return team.values().stream()
                .filter(member -> member.leftOn() == null || byAdvisor.containsKey(member.staffId()))
                .map(member -> new TeamDay.OfAdvisor(
                        member.staffId(),
                        member.name(),
                        member.teamId(),
                        DayCounts.of(
                                byAdvisor.getOrDefault(member.staffId(), List.of()),
                                done.getOrDefault(member.staffId(), Tally.NONE),
                                day,
                                now)))
                .sorted(Comparator.<TeamDay.OfAdvisor>comparingInt(
                                advisor -> -advisor.counts().overdue())
                        .thenComparing(TeamDay.OfAdvisor::advisorId))
                .toList();
    }
}
