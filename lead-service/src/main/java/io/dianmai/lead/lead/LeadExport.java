package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.export.Export;
import io.dianmai.lead.export.Export.Field;
import io.dianmai.lead.export.ExportWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of leads as a file, masked as the list is. */
@RestController
@Tag(name = "Exports", description = "导出: lists as XLSX and CSV")
class LeadExport {
    private static final List<Field<Lead>> FIELDS = List.of(
            new Field<>("id", "系统编号", (lead, _) -> lead.id()),
            new Field<>("store", "门店", (lead, _) -> lead.storeId()),
            of("reference", "线索编号", Lead::reference),
            new Field<>(
                    "registered at",
                    "登记时间",
                    (lead, zone) -> lead.state()
                            .registeredAt()
                            .atZone(zone)
                            .toLocalDateTime()
                            .truncatedTo(ChronoUnit.MINUTES)),
            of("stage", "阶段", lead -> lead.progress().stage().name()),
            of("level", "级别", lead -> name(lead.level())),
            cut("channel", "渠道", dimensions -> dimensions.channel().name()),
            of("customer class", "客户类别", lead -> lead.customerClass().name()),
            of("customer name", "客户姓名", lead -> lead.customer().name()),
            of("phone", "电话", lead -> lead.customer().phone()),
            cut("model", "意向车型", LeadDimensions::model),
            cut("activity", "市场活动", LeadDimensions::activityId),
            cut("advisor", "销售顾问", LeadDimensions::advisorId),
            cut("team", "组", LeadDimensions::teamId),
            of("visits", "到店次数", lead -> lead.progress().visits()),
            of("test drives", "试驾次数", lead -> lead.progress().testDrives()),
            of("order reference", "订单编号", lead -> lead.progress().orderId()),
            of("loss reason", "战败原因", lead -> name(lead.progress().lossReason())));

    private final Leads leads;
    private final ExportWriter writer;

    LeadExport(Leads leads, ExportWriter writer) {
        this.leads = leads;
        this.writer = writer;
    }

    @GetMapping("/api/exports/leads.{format}")
    @Operation(
            summary = "The list of leads as xlsx or csv, with the filters of the list",
            description = "At most 100,000 rows; names and phones masked; times in the zone of the lead's store.")
    void export(
            @PathVariable String format,
            @ParameterObject @ModelAttribute LeadFilter filter,
            @ParameterObject @ModelAttribute CardFilter card,
            @ParameterObject @ModelAttribute SaleFilter sale,
            @RequestParam(defaultValue = "zh") String lang,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        Access.READ.require(viewer);
        List<Criteria> all = new ArrayList<>(card.all());
        all.add(filter.within(viewer, Paging.of(Leads.REGISTERED_AT, null, null)));
        all.add(sale.criteria());
        Criteria wanted = new Criteria().andOperator(all);
        var export = new Export<>("leads", "线索", FIELDS, most -> leads.count(wanted, most), () -> leads.stream(wanted));
        writer.write(export, format, lang, response);
    }

    private static Field<Lead> of(String en, String zh, Function<Lead, @Nullable Object> value) {
        return new Field<>(en, zh, (lead, _) -> value.apply(lead.state()));
    }

    private static Field<Lead> cut(String en, String zh, Function<LeadDimensions, @Nullable Object> value) {
        return of(en, zh, lead -> value.apply(lead.dimensions()));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
