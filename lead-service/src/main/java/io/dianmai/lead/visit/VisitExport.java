package io.dianmai.lead.visit;

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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The visit log as a file. */
@RestController
@Tag(name = "Exports")
class VisitExport {
    private static final List<Field<Visit>> FIELDS = List.of(
            new Field<>("id", "系统编号", (visit, _) -> visit.id()),
            new Field<>("store", "门店", (visit, _) -> visit.storeId()),
            new Field<>(
                    "visited at",
                    "来访时间",
                    (visit, zone) -> visit.state()
                            .visitedAt()
                            .atZone(zone)
                            .toLocalDateTime()
                            .truncatedTo(ChronoUnit.MINUTES)),
            of("kind", "来访方式", visit -> visit.kind().name()),
            of("party size", "人数", Visit::partySize),
            of("retained", "是否留档", Visit::retained),
            of("lead", "线索", Visit::leadId),
            of("model", "意向车型", visit -> visit.dimensions().model()),
            of("advisor", "接待顾问", visit -> visit.dimensions().advisorId()),
            of("team", "组", visit -> visit.dimensions().teamId()));

    private final Visits visits;
    private final ExportWriter writer;

    VisitExport(Visits visits, ExportWriter writer) {
        this.visits = visits;
        this.writer = writer;
    }

    @GetMapping("/api/exports/visits.{format}")
    @Operation(summary = "The visit log as xlsx or csv, with the filters of the list; at most 100,000 rows")
    void export(
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable String advisorId,
            @RequestParam(required = false) @Nullable String leadId,
            @RequestParam(defaultValue = "zh") String lang,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Access.READ.require(viewer);
        List<Criteria> all =
                new ArrayList<>(List.of(Paging.of(Visits.VISITED_AT, null, null).within(viewer, storeId)));
        VisitController.add(all, Visits.ADVISOR, advisorId);
        VisitController.add(all, Visits.LEAD, leadId);
        var wanted = new Criteria().andOperator(all);
        var export =
                new Export<>("visits", "来店登记", FIELDS, most -> visits.count(wanted, most), () -> visits.stream(wanted));
        writer.write(export, format, lang, response);
    }

    private static Field<Visit> of(String en, String zh, Function<Visit, @Nullable Object> value) {
        return new Field<>(en, zh, (visit, _) -> value.apply(visit.state()));
    }
}
