package io.dianmai.lead.activity;

import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.export.Export;
import io.dianmai.lead.export.Export.Field;
import io.dianmai.lead.export.ExportWriter;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of activities as a file; money in yuan, as imports have it. */
@RestController
@Tag(name = "Exports")
class ActivityExport {
    private static final int FEN_DIGITS = 2;

    private static final List<Field<MarketActivity>> FIELDS = List.of(
            new Field<>("id", "系统编号", (activity, _) -> activity.id()),
            new Field<>("store", "门店", (activity, _) -> activity.storeId()),
            of("activity", "活动编号", MarketActivity::activityId),
            planned("name", "活动名称", ActivityPlan::name),
            planned("main phase from", "开始日期", ActivityPlan::mainFrom),
            planned("main phase to", "结束日期", ActivityPlan::mainTo),
            of("phase", "阶段", activity -> name(activity.phase())),
            of("cancelled", "已取消", activity -> activity.cancelledAt() != null),
            planned("budget", "预算", plan -> yuan(plan.budget())),
            of("cost", "费用", activity -> yuan(activity.costs().total())),
            planned("target leads", "目标线索", ActivityPlan::targetLeads),
            planned("target orders", "目标订单", ActivityPlan::targetOrders));

    private final Activities activities;
    private final ExportWriter writer;

    ActivityExport(Activities activities, ExportWriter writer) {
        this.activities = activities;
        this.writer = writer;
    }

    @GetMapping("/api/exports/activities.{format}")
    @Operation(
            summary = "The list of activities as xlsx or csv, with the filters of the list; at most 100,000 rows",
            description = "The last planned first; money in yuan.")
    void export(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable String activityId,
            @RequestParam(required = false) @Nullable ActivityPhase phase,
            @RequestParam(defaultValue = "zh") String lang,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Access.READ.require(viewer);
        var wanted = ActivityController.wanted(
                viewer, Paging.of(Activities.PLANNED_AT, null, null), storeId, activityId, phase);
        var export = new Export<>(
                "activities", "市场活动", FIELDS, most -> activities.count(wanted, most), () -> activities.stream(wanted));
        writer.write(export, format, lang, response);
    }

    private static Field<MarketActivity> of(String en, String zh, Function<MarketActivity, @Nullable Object> value) {
        return new Field<>(en, zh, (activity, _) -> value.apply(activity.state()));
    }

    private static Field<MarketActivity> planned(String en, String zh, Function<ActivityPlan, @Nullable Object> value) {
        return of(en, zh, activity -> value.apply(activity.plan().plan()));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
