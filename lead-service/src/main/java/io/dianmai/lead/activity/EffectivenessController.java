package io.dianmai.lead.activity;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/activity-effectiveness")
@Tag(name = "Activities")
class EffectivenessController {
    private static final int MOST = 500;

    private final Activities activities;
    private final ActivityResults results;

    EffectivenessController(Activities activities, ActivityResults results) {
        this.activities = activities;
        this.results = results;
    }

    /**
     * The table of some activities, the last main phase first.
     *
     * @param complete false when there are more than it can hold: ask for fewer days or one store
     */
    record Table(List<Effectiveness> items, boolean complete) {}

    @GetMapping
    @Operation(
            summary = "活动效果: each activity's plan, leads, orders, cost and return",
            description =
                    "Of the activities whose main phase touches the days from and to, both included. What has come"
                            + " of them is counted until now, whenever it came.")
    Table table(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Viewer viewer) {
        Access.READ.require(viewer);
        if (storeId != null) {
            viewer.requireStore(storeId);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid(List.of(new Violation("to", "Must not be before from.")));
        }
        var lastFirst = Sort.by(Sort.Direction.DESC, Activities.MAIN_FROM, "_id");
        var found = activities.find(wanted(viewer, storeId, from, to), lastFirst, MOST + 1);
        return new Table(rows(found.subList(0, Math.min(MOST, found.size()))), found.size() <= MOST);
    }

    private static Criteria wanted(
            Viewer viewer, @Nullable String storeId, @Nullable LocalDate from, @Nullable LocalDate to) {
        var all = new ArrayList<>(List.of(viewer.within()));
        if (storeId != null) {
            all.add(Criteria.where("storeId").is(storeId));
        }
        if (from != null) {
            all.add(Criteria.where(Activities.MAIN_TO).gte(from.toString()));
        }
        if (to != null) {
            all.add(Criteria.where(Activities.MAIN_FROM).lte(to.toString()));
        }
        return new Criteria().andOperator(all);
    }

    private List<Effectiveness> rows(List<Stored<MarketActivity>> found) {
        Map<String, Map<String, ActivityResult>> byStore = found.stream()
                .collect(Collectors.groupingBy(
                        Stored::storeId,
                        Collectors.mapping(activity -> activity.state().activityId(), Collectors.toSet())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> results.of(one.getKey(), one.getValue())));
        return found.stream()
                .map(activity -> Effectiveness.of(
                        activity,
                        byStore.getOrDefault(activity.storeId(), Map.of())
                                .getOrDefault(activity.state().activityId(), ActivityResult.NONE)))
                .toList();
    }
}
