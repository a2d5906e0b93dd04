package io.dianmai.lead.intake.sheet;

import static io.dianmai.lead.intake.sheet.Column.needed;
import static io.dianmai.lead.intake.sheet.Column.optional;

import java.util.List;

/** Columns of a list of what activities and channels have cost. */
public final class CostColumns {
    public static final Column REFERENCE = needed(
            "reference",
            "费用编号",
            "the store system's own id of the cost: booked once",
            "FY-0001",
            "编号",
            "cost id",
            "凭证号");
    public static final Column ACTIVITY = optional(
            "activity", "活动编号", "id of the activity; or a channel is named", "AC-03", "市场活动", "活动", "campaign");
    public static final Column CHANNEL =
            optional("channel", "渠道", "来店, 来电, 线上 …, or WALK_IN …; or an activity is named", "线上", "来源", "source");
    public static final Column AMOUNT =
            needed("amount", "金额", "yuan, also as 12.8万; negative takes some back", "20000", "费用", "费用金额", "cost");
    public static final Column BOOKED_AT =
            optional("booked at", "发生时间", "a day, or day and time; absent: now", "2026-03-01", "发生日期", "日期", "date");

    static final List<Column> ALL = List.of(REFERENCE, ACTIVITY, CHANNEL, AMOUNT, BOOKED_AT);

    private CostColumns() {}
}
