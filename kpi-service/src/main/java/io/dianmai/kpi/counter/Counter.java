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
    FOLLOW_UPS_OVERDUE(28) {
        @Override
        public boolean isGauge() {
            return true;
        }
    },
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
    /** Of the leads registered in the period: those reached so far by an effective contact. */
    COHORT_CONTACTED(61),
    /** Of the leads registered in the period: those whose customer came so far. */
    COHORT_VISITED(62),
    COHORT_TEST_DRIVEN(63),
    COHORT_ORDERED(64),
    COHORT_DELIVERED(65),
    COHORT_LOST(66),
    /** 公海回收 */
    LEADS_RECALLED(67);

    private static final Map<String, Counter> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Counter::catalogueName, Function.identity()));
    private static final Counter[] BY_CODE = byCode();

    private final int code;
    private final String catalogueName;

    Counter(int code) {
        this.code = code;
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
        return false;
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
