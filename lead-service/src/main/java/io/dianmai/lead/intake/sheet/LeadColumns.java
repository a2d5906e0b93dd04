package io.dianmai.lead.intake.sheet;

import static io.dianmai.lead.intake.sheet.Column.needed;
import static io.dianmai.lead.intake.sheet.Column.optional;

import java.util.List;

/** Columns of a list of leads: the customer, what the customer wants, and what has become of it. */
public final class LeadColumns {
    private static final String DATE = "a day, or day and time, in the store's time zone; not in the future";
    private static final String EXPECTED = "a day";
    private static final String YUAN = "yuan, also as 12.8万";
    private static final String TRUTH = "是/否, yes/no";

    // Who it is.
    public static final Column REFERENCE = optional(
            "reference",
            "线索编号",
            "the store system's own id: the same row is the same lead ever after",
            "XS-0001",
            "编号",
            "lead id");
    public static final Column REGISTERED_AT = optional(
            "registered at",
            "登记时间",
            DATE + "; absent: the first of the other dates, else now",
            "2026-03-01 10:30",
            "登记日期",
            "建档时间",
            "建档日期",
            "留档时间",
            "created at",
            "date");
    public static final Column CHANNEL =
            needed("channel", "渠道", "来店, 来电, 线上 …, or WALK_IN …", "来店", "来源", "客户来源", "source");
    public static final Column CUSTOMER_CLASS =
            optional("customer class", "客户类别", "意向 …, or PROSPECT …; absent: 意向", "意向", "客户类型", "class");
    public static final Column NAME =
            optional("customer name", "客户姓名", "up to 100 characters", "王小明", "姓名", "客户", "name");
    public static final Column PHONE = optional(
            "phone",
            "电话",
            "a phone in China",
            "138 0013 8000",
            "手机",
            "手机号",
            "手机号码",
            "联系电话",
            "电话号码",
            "mobile",
            "phone number");
    public static final Column BIRTHDAY = optional(
            "birthday",
            "生日",
            "a day since 1900 and not in the future; only checked, not kept",
            "1990-05-01",
            "出生日期",
            "date of birth");
    public static final Column ADVISOR = optional(
            "advisor",
            "销售顾问",
            "staff id or name; absent: dealt by the store's rule",
            "a-01",
            "顾问",
            "consultant",
            "owner");
    public static final Column ACTIVITY =
            optional("activity", "市场活动", "id of the activity", "AC-03", "活动", "活动编号", "campaign");

    // What is wanted.
    public static final Column MODEL = optional("model", "意向车型", "up to 100 characters", "Yunhai X5", "车型", "vehicle");
    public static final Column COLOUR = optional("colour", "颜色", "up to 50 characters", "白", "车色", "color");
    public static final Column BUDGET =
            optional("budget", "预算", YUAN + ", one figure or from-to", "12-15万", "购车预算", "budget yuan");
    public static final Column PAYMENT = optional("payment", "付款方式", "现金, 分期, 租赁, or CASH …", "分期", "payment method");
    public static final Column TRADE_IN = optional("trade in", "置换", TRUTH, "是", "是否置换");
    public static final Column TRADE_IN_MODEL =
            optional("trade in model", "置换车型", "up to 100 characters", "Old A3", "旧车", "旧车型");
    public static final Column DECISION_MAKER =
            optional("decision maker", "决策人", "本人, 配偶, 家人, 公司, 其他, or SELF …", "本人");
    public static final Column URGENCY = optional("urgency", "紧迫度", "高, 中, 低, or HIGH …", "高", "紧迫程度");
    public static final Column PURCHASE_TIME =
            optional("purchase time", "购车时间", "一周内, 一个月内 …, or WITHIN_A_WEEK …", "一个月内", "拟购时间");
    public static final Column COMPETITORS = optional(
            "competitors", "竞品车型", "models, up to 10, with 、 or ; between them", "Rival S、Rival T", "竞品", "对比车型");
    public static final Column CRITERIA = optional(
            "criteria",
            "定级依据",
            "criteria of the grading card, up to 20, with 、 or ; between them",
            "确定车型颜色、试算分期",
            "级别依据",
            "level criteria");

    // What has become of it.
    public static final Column VISITED_AT = optional("visited at", "到店时间", DATE, "2026-03-02", "到店日期", "来店时间", "visit");
    public static final Column TEST_DRIVE_AT =
            optional("test drive at", "试驾时间", DATE, "2026-03-03 15:00", "试驾日期", "test drive");
    public static final Column TEST_DRIVE_MINUTES =
            optional("test drive minutes", "试驾分钟", "1 to 1440; absent: 30", "25", "试驾时长");
    public static final Column ORDER_REF = optional(
            "order reference",
            "订单编号",
            "absent: made of the lead's reference",
            "DD-0001",
            "订单号",
            "order id",
            "order number");
    public static final Column ORDERED_AT =
            optional("ordered at", "订单时间", DATE, "2026-03-05", "订单日期", "下订时间", "下订日期", "order date");
    public static final Column PRICE = optional("price", "成交价", YUAN, "128800", "车价", "订单金额", "order price");
    public static final Column DEPOSIT = optional("deposit", "定金", YUAN, "5000", "订金");
    public static final Column FINANCED = optional("financed", "是否贷款", TRUTH, "是", "贷款", "是否分期");
    public static final Column EXPECTED_DELIVERY =
            optional("expected delivery", "预计交车", EXPECTED, "2026-03-20", "预计交车日期");
    public static final Column EXPECTED_PAYMENT =
            optional("expected payment", "预计付款", EXPECTED, "2026-03-18", "预计付款日期");
    public static final Column DELIVERED_AT =
            optional("delivered at", "交车时间", DATE, "2026-03-20", "交车日期", "交付时间", "交付日期", "delivery");
    public static final Column GROSS_PROFIT =
            optional("gross profit", "毛利", YUAN + ", may be negative", "6000", "单车毛利");
    public static final Column ACCESSORIES = optional("accessories", "精品收入", YUAN, "1200", "精品", "accessory revenue");
    public static final Column NEW_ENERGY = optional("new energy", "新能源", TRUTH, "否", "是否新能源");
    public static final Column FLAGSHIP = optional("flagship", "旗舰车型", TRUTH, "否", "是否旗舰");
    public static final Column INSURED = optional("insured", "新保", TRUTH, "是", "是否投保", "保险");
    public static final Column STOCK_AGE = optional("stock age days", "库龄", "whole days", "35", "库龄天数", "stock age");
    public static final Column LOST_AT = optional("lost at", "战败时间", DATE, "2026-03-10", "战败日期", "loss");
    public static final Column LOSS_REASON =
            optional("loss reason", "战败原因", "价格, 需求, 产品, 库存, 金融, 服务, or PRICE …", "价格", "lost reason");
    public static final Column COMPETITOR_MODEL =
            optional("competitor model", "战败竞品", "the model bought instead", "Rival S", "战败车型", "竞品成交车型");

    static final List<Column> ALL = List.of(
            REFERENCE,
            REGISTERED_AT,
            CHANNEL,
            CUSTOMER_CLASS,
            NAME,
            PHONE,
            BIRTHDAY,
            ADVISOR,
            ACTIVITY,
            MODEL,
            COLOUR,
            BUDGET,
            PAYMENT,
            TRADE_IN,
            TRADE_IN_MODEL,
            DECISION_MAKER,
            URGENCY,
            PURCHASE_TIME,
            COMPETITORS,
            CRITERIA,
            VISITED_AT,
            TEST_DRIVE_AT,
            TEST_DRIVE_MINUTES,
            ORDER_REF,
            ORDERED_AT,
            PRICE,
            DEPOSIT,
            FINANCED,
            EXPECTED_DELIVERY,
            EXPECTED_PAYMENT,
            DELIVERED_AT,
            GROSS_PROFIT,
            ACCESSORIES,
            NEW_ENERGY,
            FLAGSHIP,
            INSURED,
            STOCK_AGE,
            LOST_AT,
            LOSS_REASON,
            COMPETITOR_MODEL);

    private LeadColumns() {}
}
