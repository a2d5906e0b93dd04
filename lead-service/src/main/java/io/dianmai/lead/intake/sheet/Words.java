package io.dianmai.lead.intake.sheet;

import static java.util.Map.entry;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.DecisionMaker;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.PaymentMethod;
import io.dianmai.contracts.lead.PurchaseTime;
import io.dianmai.contracts.lead.Urgency;
import io.dianmai.contracts.lead.VisitKind;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that lists use for the platform's constants; the constants themselves are understood everywhere. */
public final class Words<E extends Enum<E>> {
    private static final Pattern FILLERS = Pattern.compile("[\\s_/·、.\\p{Pd}]");

    public static final Words<Channel> CHANNEL = new Words<>(
            Channel.class,
            Map.ofEntries(
                    entry(Channel.WALK_IN, List.of("来店", "到店", "展厅", "自然到店", "showroom")),
                    entry(Channel.PHONE, List.of("来电", "电话", "call")),
                    entry(Channel.WEB, List.of("线上", "网络", "网电", "互联网", "online", "internet")),
                    entry(Channel.EVENT, List.of("展示会", "车展", "展会", "活动", "外展")),
                    entry(Channel.REFERRAL, List.of("转介绍", "转介", "老客户介绍")),
                    entry(Channel.REPEAT_OWNER, List.of("保有基盘", "保客", "老客户", "基盘")),
                    entry(Channel.OUTREACH, List.of("特定开拓", "外拓", "开拓")),
                    entry(Channel.VIP, List.of("贵宾")),
                    entry(Channel.INTERNAL_TIP, List.of("内部情报", "内部")),
                    entry(Channel.FELLOW_TRADER, List.of("同业", "二网"))));
    public static final Words<CustomerClass> CUSTOMER_CLASS = new Words<>(
            CustomerClass.class,
            Map.of(
                    CustomerClass.PROSPECT, List.of("意向", "意向客户", "潜客"),
                    CustomerClass.OTHER_BRAND_OWNER, List.of("他厂牌保有", "他牌保有"),
                    CustomerClass.LOST, List.of("战败", "战败客户"),
                    CustomerClass.REFERRED, List.of("转介", "转介绍"),
                    CustomerClass.OWN_SOLD_OWNER, List.of("自销保有"),
                    CustomerClass.OTHER_SOLD_OWNER, List.of("他销保有"),
                    CustomerClass.VIP, List.of("贵宾")));
    public static final Words<VisitKind> VISIT_KIND = new Words<>(
            VisitKind.class,
            Map.of(
                    VisitKind.WALK_IN, List.of("来店", "到店", "进店", "visit"),
                    VisitKind.CALL, List.of("来电", "电话", "phone")));
    public static final Words<PaymentMethod> PAYMENT = new Words<>(
            PaymentMethod.class,
            Map.of(
                    PaymentMethod.CASH, List.of("现金", "全款", "一次性付款"),
                    PaymentMethod.INSTALMENTS, List.of("分期", "贷款", "按揭", "loan", "finance"),
                    PaymentMethod.LEASE, List.of("租赁", "融资租赁")));
    public static final Words<DecisionMaker> DECISION_MAKER = new Words<>(
            DecisionMaker.class,
            Map.of(
                    DecisionMaker.SELF, List.of("本人", "自己"),
                    DecisionMaker.PARTNER, List.of("配偶", "爱人", "spouse"),
                    DecisionMaker.FAMILY, List.of("家人", "父母", "家庭"),
                    DecisionMaker.COMPANY, List.of("公司", "单位"),
                    DecisionMaker.OTHER, List.of("其他")));
    public static final Words<Urgency> URGENCY = new Words<>(
            Urgency.class,
            Map.of(
                    Urgency.HIGH, List.of("高", "急"),
                    Urgency.MEDIUM, List.of("中", "一般"),
                    Urgency.LOW, List.of("低", "不急")));
    public static final Words<PurchaseTime> PURCHASE_TIME = new Words<>(
            PurchaseTime.class,
            Map.of(
                    PurchaseTime.WITHIN_A_WEEK, List.of("一周内", "7天内", "1周内"),
                    PurchaseTime.WITHIN_A_MONTH, List.of("一个月内", "1个月内", "30天内"),
                    PurchaseTime.WITHIN_THREE_MONTHS, List.of("三个月内", "3个月内"),
                    PurchaseTime.WITHIN_SIX_MONTHS, List.of("六个月内", "6个月内", "半年内"),
                    PurchaseTime.LATER, List.of("更晚", "半年以上", "六个月以上", "未定")));
    public static final Words<LossReason> LOSS_REASON = new Words<>(
            LossReason.class,
            Map.of(
                    LossReason.PRICE, List.of("价格", "报价", "价格报价时机"),
                    LossReason.NEEDS, List.of("需求", "需求未挖掘"),
                    LossReason.PRODUCT, List.of("产品", "产品力"),
                    LossReason.STOCK, List.of("库存", "交期", "库存交期", "货期"),
                    LossReason.FINANCE, List.of("金融", "置换", "金融置换"),
                    LossReason.SERVICE, List.of("服务", "接触", "服务接触", "跟进")));
    public static final Words<GradingCriterion> CRITERION = new Words<>(
            GradingCriterion.class,
            Map.ofEntries(
                    entry(GradingCriterion.ORDERED_AND_DELIVERED, List.of("当场成交", "订车并交车")),
                    entry(GradingCriterion.DEPOSIT_TAKEN, List.of("已付定金", "收取定金", "交定金")),
                    entry(GradingCriterion.MODEL_AND_COLOUR_CHOSEN, List.of("确定车型颜色", "车型颜色已定")),
                    entry(GradingCriterion.PAYMENT_AND_DELIVERY_GIVEN, List.of("付款方式及交期已定", "确定付款方式和交期")),
                    entry(GradingCriterion.INSTALMENT_PAPERS_UNDER_WAY, List.of("分期手续进行中", "试算分期", "分期手续")),
                    entry(GradingCriterion.TRADE_IN_UNDER_WAY, List.of("旧车处理中", "置换进行中")),
                    entry(GradingCriterion.TERMS_DISCUSSED, List.of("商谈条件", "已谈价格")),
                    entry(GradingCriterion.PURCHASE_TIME_SET, List.of("已定购车时间", "购车时间已定")),
                    entry(GradingCriterion.NEXT_MEETING_SET, List.of("约定下次见面", "已约再次洽谈")),
                    entry(GradingCriterion.CAME_BACK, List.of("再次看车", "二次到店")),
                    entry(GradingCriterion.ASKED_HELP_WITH_OLD_CAR, List.of("要求协助处理旧车", "旧车求助")),
                    entry(GradingCriterion.WISHES_TO_BUY, List.of("有购车意愿", "表示购车意愿")),
                    entry(GradingCriterion.CHOOSING_A_MODEL, List.of("正在选车", "选择车型中")),
                    entry(GradingCriterion.HESITATING_BETWEEN_MODELS, List.of("车型犹豫", "对比车型中")),
                    entry(GradingCriterion.QUALIFIED_BUYER, List.of("合格买家", "有购买能力"))));

    private final Map<String, E> constants = new HashMap<>();
    private final String known;

    private Words(Class<E> type, Map<E, List<String>> words) {
        for (E constant : type.getEnumConstants()) {
            constants.put(plain(constant.name()), constant);
            words.getOrDefault(constant, List.of()).forEach(word -> constants.put(plain(word), constant));
        }
        known = Arrays.stream(type.getEnumConstants())
                .map(constant -> words.getOrDefault(constant, List.of()).stream()
                                .findFirst()
                                .map(word -> word + " ")
                                .orElse("")
                        + constant.name())
                .collect(Collectors.joining(", "));
    }

    /** The constant that a word stands for. */
    Optional<E> constant(String word) {
        return Optional.ofNullable(constants.get(plain(word)));
    }

    /** All of them, for a reason. */
    String known() {
        return known;
    }

    private static String plain(String word) {
        String text = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return FILLERS.matcher(text).replaceAll("");
    }
}
