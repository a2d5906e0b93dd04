package io.dianmai.lead.intake.sheet;

import static io.dianmai.lead.intake.sheet.Column.needed;
import static io.dianmai.lead.intake.sheet.Column.optional;

import java.util.List;

/** Columns of a visit log. */
public final class VisitColumns {
    public static final Column REFERENCE = optional(
            "reference",
            "来访编号",
            "the store system's own id: the same row is the same visit ever after",
            "LF-0001",
            "编号",
            "visit id");
    public static final Column VISITED_AT = needed(
            "visited at",
            "来访时间",
            "a day, or day and time, in the store's time zone; not in the future",
            "2026-03-01 10:30",
            "来访日期",
            "到店时间",
            "到店日期",
            "来店时间",
            "日期",
            "date");
    public static final Column KIND = needed("kind", "来访方式", "来店, 来电, or WALK_IN, CALL", "来店", "方式", "类型", "type");
    public static final Column PARTY_SIZE = optional("party size", "人数", "1 to 100; absent: 1", "2", "来访人数", "people");
    public static final Column RETAINED = optional("retained", "是否留档", "是/否, yes/no; absent: 否", "是", "留档");
    public static final Column LEAD_REFERENCE =
            optional("lead reference", "线索编号", "the lead that it belongs to", "XS-0001", "lead", "lead id");
    public static final Column ADVISOR =
            optional("advisor", "接待顾问", "staff id or name", "a-01", "销售顾问", "顾问", "consultant", "received by");
    public static final Column MODEL = optional("model", "意向车型", "up to 100 characters", "Yunhai X5", "车型", "vehicle");

    static final List<Column> ALL =
            List.of(REFERENCE, VISITED_AT, KIND, PARTY_SIZE, RETAINED, LEAD_REFERENCE, ADVISOR, MODEL);

    private VisitColumns() {}
}
