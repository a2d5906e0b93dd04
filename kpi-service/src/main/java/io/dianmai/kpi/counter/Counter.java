package io.dianmai.kpi.counter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A number that events feed, per store and period. Money is whole fen and working time is minutes, whatever the name
 * says. Names are those of the KPI catalogue: {@code LEADS_REGISTERED} is {@code leadsRegistered} there.
 *
 * <p>The code stands for the counter in stored rows: never change or reuse one.
 */
public enum Counter {
    LEADS_REGISTERED(1),
    WEB_LEADS_REGISTERED(2),
    /** Leads whose customer came for the first time. */
    LEADS_VISITED(3),
    WEB_LEADS_ARRIVED(4),
    /** Leads whose customer came for the second time. */
    LEADS_VISITED_AGAIN(5),
    LEADS_TEST_DRIVEN(6),
    ORDERS(7),
    /** Whole days from registration to order, summed. */
    DAYS_TO_ORDER(8),
    FINANCED_ORDERS(9),
    ORDERS_FROM_WALK_INS(10),
    ORDERS_FROM_CALLS(11),
    ORDERS_FROM_WEB(12),
    ORDERS_REFERRAL_REPEAT(13),
    VEHICLES_DELIVERED(14),
    NEV_DELIVERED(15),
    FLAGSHIP_DELIVERED(16),
    /** Fen, may be negative. */
    VEHICLE_GROSS_PROFIT(17),
    /** Fen. */
    ACCESSORY_REVENUE(18),
    NEW_POLICIES(19),
    /** Days in stock of the vehicles delivered, summed. */
    STOCK_AGE_DAYS(20),
    LEADS_LOST(21),
    LEVEL_UPGRADES(22),
    WALK_INS(23),
    CALLS(24),
    VISITS_RETAINED(25),
    FOLLOW_UPS_DUE(26),
    FOLLOW_UPS_ON_TIME(27),
    /** A level: rows hold its changes, the level is the sum of all changes so far. */
    FOLLOW_UPS_OVERDUE(28, Nature.LEVEL),
    FIRST_RESPONSES(29),
    /** Business minutes, summed. */
    FIRST_RESPONSE_MINUTES(30),
    FIRST_RESPONSES_ON_TIME(31),
    CONTACTS(32),
    EFFECTIVE_CONTACTS(33),
    SHOP_VISITS(34),
    REPAIR_VEHICLES(35),
    BOOKED_VISITS(36),
    MAINTENANCE_VISITS(37),
    PAINT_VISITS(38),
    /** Minutes. */
    SOLD_HOURS(39),
    /** Minutes. */
    ACTUAL_HOURS(40),
    JOBS_QUALITY_CHECKED(41),
    JOBS_SETTLED(42),
    /** Fen. */
    REPAIR_REVENUE(43),
    /** Fen. */
    REPAIR_DIRECT_COST(44),
    /** Fen. */
    CARE_REVENUE(45),
    /** Fen. */
    SCRAP_REVENUE(46),
    ADD_ON_VISITS(47),
    /** Fen. */
    ACCIDENT_REVENUE(48),
    /** Fen, may be negative. */
    ACCIDENT_GROSS_PROFIT(49),
    HANDOVERS_PROMISED(50),
    HANDOVERS_ON_TIME(51),
    COMPLAINTS_OPENED(52),
    COMPLAINTS_ANSWERED_ON_TIME(53),
    COMPLAINTS_CLOSED(54),
    COMPLAINTS_RESOLVED_ON_TIME(55),
    COMPLAINTS_SATISFIED(56),
    /** Fen, may be negative: repair revenue minus direct cost. */
    REPAIR_GROSS_PROFIT(57),
    /** Fen, may be negative: gross profit of repairs and the scrap they leave, which costs nothing. */
    AFTER_SALES_GROSS_PROFIT(58),
    /** Fen, may be negative: gross profit of the vehicles delivered to customers whom an activity brought. */
    ACTIVITY_GROSS_PROFIT(59),
    /** Events known to be missing, on the day of the event after the gap. */
    EVENTS_MISSING(60),
    /** Of the leads registered in the period: those with an effective contact so far. */
    COHORT_CONTACTED(61),
    /** Of the leads registered in the period: those whose customer came so far. */
    COHORT_VISITED(62),
    COHORT_TEST_DRIVEN(63),
    COHORT_ORDERED(64),
    COHORT_DELIVERED(65),
    COHORT_LOST(66),
    /** 公海回收 */
    LEADS_RECALLED(67),
    /** 并档: leads that were closed because they are another lead's customer. */
    LEADS_MERGED(68),
    /** 撞单 in the store. */
    LEADS_REGISTERED_AGAIN(69),
    /** 跨店撞单 */
    LEADS_CLASHED(70),
    /** Lost leads that were opened again. */
    LEADS_REOPENED(71),
    /** Leads with their first effective contact. */
    LEADS_CONTACTED(72),
    /** 报价 */
    QUOTES(73),
    /** 战败申请 */
    LOSSES_PROPOSED(74),
    /** 战败驳回 */
    LOSSES_REFUSED(75),
    /** 预定收款: fen, on the day on which they are expected, see {@link ExpectedPayments}. */
    PAYMENTS_EXPECTED(76),
    /** 实收款: fen, negative where more was given back than taken. */
    PAYMENTS_RECEIVED(77),
    /** 市场费用: fen. */
    CAMPAIGN_COST(78),
    /** 在库车辆 */
    STOCK_ON_HAND(79, Nature.LEVEL),
    /** 滞销车, see {@link StockCounting}. */
    STOCK_OVER_90_DAYS(80, Nature.LEVEL_TOLD_AHEAD),
    /** Tasks done on a business day before the one on which they were due. */
    FOLLOW_UPS_EARLY(81),
    /** Tasks done after they were due. */
    FOLLOW_UPS_LATE(82),
    FOLLOW_UPS_SKIPPED(83),
    /** Of the leads registered in the period: those who were quoted a price so far. */
    COHORT_NEGOTIATING(84);

    /** How its amounts come to a figure. */
    private enum Nature {
        /** What happened in a period. */
        FLOW,
        /** A level at a moment (存量). */
        LEVEL,
        /** A level of which it is known ahead when it moves if nothing happens: rows of days to come hold that. */
        LEVEL_TOLD_AHEAD
    }

    private static final Map<String, Counter> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Counter::catalogueName, Function.identity()));
    private static final Counter[] BY_CODE = byCode();

    private final int code;
    private final Nature nature;
    private final String catalogueName;

    Counter(int code) {
        this(code, Nature.FLOW);
    }

    Counter(int code, Nature nature) {
        this.code = code;
        this.nature = nature;
        this.catalogueName = camelCase(name());
    }

    public int code() {
        return code;
    }

    /** The name that formulas use. */
    public String catalogueName() {
        return catalogueName;
    }

    /** Whether it is a level at a moment (存量) instead of what happened in a period. */
    public boolean isGauge() {
        return nature != Nature.FLOW;
    }

    /** Whether rows of days to come may hold changes of this level, at most {@link StockCounting#AGED} ahead. */
    public boolean isToldAhead() {
        return nature == Nature.LEVEL_TOLD_AHEAD;
    }

    /** The counter of this name, if events feed one. */
    public static Optional<Counter> named(String catalogueName) {
        return Optional.ofNullable(BY_NAME.get(catalogueName));
    }

    static Counter coded(int code) {
        Counter counter = code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
        if (counter == null) {
            throw new IllegalArgumentException("no counter has code " + code);
        }
        return counter;
    }

    private static Counter[] byCode() {
        Counter[] byCode = new Counter[Byte.MAX_VALUE];
        for (Counter counter : values()) {
            byCode[counter.code] = counter;
        }
        return byCode;
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        name.setCharAt(0, Character.toLowerCase(name.charAt(0)));
        return name.toString();
    }
}
