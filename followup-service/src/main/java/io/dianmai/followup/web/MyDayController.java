package io.dianmai.followup.web;

import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An advisor's day. */
@RestController
@Tag(name = "Follow-ups")
class MyDayController {
    /** Nobody has more customers than this under way: groups cap the leads per advisor far lower. */
    private static final int MOST = 1_000;
    /** How much of what is due on other days is shown. */
    private static final int NEXT = 20;

    private enum Part {
        OVERDUE,
        TODAY,
        NEXT
    }

    private final FollowUps followUps;
    private final StoreReplica stores;
    private final GivenCommands commands;

    MyDayController(FollowUps followUps, StoreReplica stores, GivenCommands commands) {
        this.followUps = followUps;
        this.stores = stores;
        this.commands = commands;
    }

    @GetMapping("/api/my-day")
    @Operation(summary = "Whom I have to contact: overdue, due today, and next")
    MyDay myDay(Viewer viewer) {
        String staffId = viewer.staffId();
        if (staffId == null) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only people have a day of their own.");
        }
        Instant now = commands.now();
        var mine = new Criteria()
                .andOperator(
                        viewer.within(),
                        FollowUpState.OPEN.criteria(now),
                        Criteria.where("state.dimensions.advisorId").is(staffId));
        Map<Part, List<Stored<FollowUpPlan>>> parts =
                followUps.find(mine, Sort.by(FollowUpState.OPEN.dueAtPath(), "_id"), MOST).stream()
                        .collect(Collectors.groupingBy(partAt(now)));
        return new MyDay(
                views(parts, Part.OVERDUE, MOST, now),
                views(parts, Part.TODAY, MOST, now),
                views(parts, Part.NEXT, NEXT, now));
    }

    private Function<Stored<FollowUpPlan>, Part> partAt(Instant now) {
        return plan -> {
            Instant dueAt = plan.state().task().dueAt();
            if (dueAt.isBefore(now)) {
                return Part.OVERDUE;
            }
            ZoneId zone = stores.zone(plan.storeId());
            return LocalDate.ofInstant(dueAt, zone).equals(LocalDate.ofInstant(now, zone)) ? Part.TODAY : Part.NEXT;
        };
    }

    private static List<FollowUpView> views(
            Map<Part, List<Stored<FollowUpPlan>>> parts, Part part, int most, Instant now) {
        return parts.getOrDefault(part, List.of()).stream()
                .limit(most)
                .map(plan -> FollowUpView.inList(plan, now))
                .toList();
    }
}
