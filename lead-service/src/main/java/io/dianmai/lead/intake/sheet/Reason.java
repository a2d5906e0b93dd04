package io.dianmai.lead.intake.sheet;

/**
 * Why a row is not taken, in both languages. Nothing of what the cell says is repeated in it.
 *
 * @param code stable name, also for programs
 */
public record Reason(String code, String en, String zh) {
    public static final Reason MISSING = new Reason("missing", "This cell must not be empty.", "此单元格不能为空。");
    public static final Reason PHONE = new Reason(
            "phone-invalid",
            "Must be a phone number in China, for example 138 0013 8000 or 010-12345678.",
            "必须是国内电话号码，例如 138 0013 8000 或 010-12345678。");
    public static final Reason PHONE_ROUNDED = new Reason(
            "phone-rounded",
            "The spreadsheet has turned the phone into a number like 1.38E+10, and digits are lost. Format the column as"
                    + " text and enter it again.",
            "电话被表格改成了科学计数法，已丢失数字。请将该列设为文本格式后重新填写。");
    public static final Reason NAME = new Reason("name-invalid", "Must not be blank.", "不能为空白。");
    public static final Reason NO_DATE = new Reason(
            "date-invalid",
            "Must be a day like 2026-03-01, 2026/3/1 or 2026年3月1日, with a time like 10:30 after it if there is one.",
            "必须是日期，例如 2026-03-01、2026/3/1 或 2026年3月1日，后面可带时间，例如 10:30。");
    public static final Reason FUTURE = new Reason("date-in-future", "Must not be in the future.", "日期不能在将来。");
    public static final Reason TOO_EARLY =
            new Reason("date-too-early", "Must not be before the year 2000.", "日期不能早于2000年。");
    public static final Reason BORN_TOO_EARLY =
            new Reason("date-too-early", "Must not be before the year 1900.", "日期不能早于1900年。");
    public static final Reason TOO_FAR = new Reason("date-too-far", "Must be within ten years from now.", "日期必须在十年之内。");
    public static final Reason BEFORE_REGISTRATION = new Reason(
            "before-registration",
            "Something happened to the lead before it was registered: check the dates.",
            "有事件早于登记时间：请检查日期。");
    public static final Reason BEFORE_ORDER =
            new Reason("before-order", "Must not be before the order was signed.", "不能早于订单时间。");
    public static final Reason NO_NUMBER = new Reason("number-invalid", "Must be a number.", "必须是数字。");
    public static final Reason OUT_OF_RANGE =
            new Reason("number-out-of-range", "The number is larger or smaller than it can be.", "数字超出范围。");
    public static final Reason BUDGET_BACKWARDS =
            new Reason("budget-backwards", "The lower end of the budget is above its upper end.", "预算下限高于上限。");
    public static final Reason NO_TRUTH = new Reason("yes-or-no", "Must be 是 or 否, yes or no.", "必须是“是”或“否”。");
    public static final Reason FORMULA =
            new Reason("formula-cell", "Formulas are not taken: paste the value instead.", "不接受公式：请粘贴为数值。");
    public static final Reason ADVISOR_UNKNOWN =
            new Reason("advisor-unknown", "Nobody of this staff id or name works at the store.", "本店没有此编号或姓名的员工。");
    public static final Reason ADVISOR_AMBIGUOUS = new Reason(
            "advisor-ambiguous",
            "More than one person of this name works at the store: use the staff id.",
            "本店有同名员工：请填写员工编号。");
    public static final Reason ADVISOR_LEFT = new Reason(
            "advisor-left", "The advisor has left the store: name somebody who works there.", "该顾问已离职：请填写在职顾问。");
    public static final Reason ORDER_INCOMPLETE =
            new Reason("order-incomplete", "An order needs its time, its price and a model.", "订单需要订单时间、成交价和车型。");
    public static final Reason DELIVERY_WITHOUT_ORDER =
            new Reason("delivery-without-order", "A delivery needs an order.", "交车必须有订单。");
    public static final Reason LOSS_WITHOUT_REASON =
            new Reason("loss-without-reason", "A loss needs its reason.", "战败必须填写战败原因。");
    public static final Reason LOSS_WITHOUT_TIME =
            new Reason("loss-without-time", "A loss needs its time.", "战败必须填写战败时间。");
    public static final Reason DELIVERED_AND_LOST =
            new Reason("delivered-and-lost", "A lead is delivered or lost, not both.", "线索不能既交车又战败。");
    public static final Reason NOTHING_OF_TEST_DRIVE =
            new Reason("test-drive-without-model", "A test drive needs a model.", "试驾需要车型。");
    public static final Reason TOO_MANY = new Reason("too-many", "Too many values in one cell.", "一个单元格内的值过多。");
    public static final Reason NEITHER =
            new Reason("activity-or-channel", "Name an activity or a channel.", "请填写活动或渠道。");

    /** A text that is too long. */
    public static Reason tooLong(int most) {
        return new Reason("text-too-long", "At most " + most + " characters.", "最多" + most + "个字符。");
    }

    /** A word that stands for nothing; {@code known} names those that do. */
    public static Reason unknownWord(String known) {
        return new Reason("word-unknown", "Must be one of: " + known + ".", "必须是以下之一：" + known + "。");
    }

    /** The same reference as an earlier line of the file. */
    public static Reason duplicate(int line) {
        return new Reason(
                "duplicate-reference",
                "Line " + line + " has the same reference: one of the two is wrong.",
                "与第" + line + "行编号相同：其中一行有误。");
    }

    /** What the file itself says of the cell. */
    public static Reason faulty(String fault) {
        return fault.startsWith("The formula")
                ? new Reason(FORMULA.code(), fault, "公式没有结果：请用表格软件保存后再导入，或粘贴为数值。")
                : new Reason("cell-unreadable", fault, "单元格无法读取。");
    }
}
