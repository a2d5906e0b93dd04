package io.dianmai.kpi.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What figures are entered in, and kept in: money comes in yuan and is kept in fen, working time comes in hours and is
 * kept in minutes, as counters are. What is aimed at of a KPI is kept as it comes, in the KPI's own unit.
 */
public enum PlanUnit {
    COUNT(1, 2, 2, 10_000_000),
    YUAN(100, 2, 0, 1_000_000_000),
    HOURS(60, 2, 0, 1_000_000),
    KPI(1, 4, 2, 1_000_000_000);

    private static final Pattern MONEY =
            Pattern.compile(".*(Revenue|Cost|Profit|Amount|Premiums|Deductions)|payments.*");
    private static final Pattern WORKING_TIME = Pattern.compile(".*Hours");
    private static final int VIEW_DECIMALS = 4;

    private final BigDecimal factor;
    private final int decimals;
    private final int dayDecimals;
    private final BigDecimal mostPerMonth;

    PlanUnit(long factor, int decimals, int dayDecimals, long mostPerMonth) {
        this.factor = BigDecimal.valueOf(factor);
        this.decimals = decimals;
        this.dayDecimals = dayDecimals;
        this.mostPerMonth = BigDecimal.valueOf(mostPerMonth);
    }

    /**
     * The unit of a counter. Counters carry none of their own; their names follow a rule, which a test holds all of
     * them to.
     */
    static PlanUnit ofCounter(String name) {
        if (MONEY.matcher(name).matches()) {
            return YUAN;
        }
        return WORKING_TIME.matcher(name).matches() ? HOURS : COUNT;
    }

    BigDecimal kept(BigDecimal entered) {
        return entered.multiply(factor);
    }

    /** As it was entered. */
    public BigDecimal entered(BigDecimal kept) {
        return Spread.plain(kept.divide(factor, VIEW_DECIMALS, RoundingMode.HALF_UP));
    }

    /** How many decimals a figure may be entered with. */
    int decimals() {
        return decimals;
    }

    /** To how many decimals of the kept unit a part of a month is told. */
    int dayDecimals() {
        return dayDecimals;
    }

    /** More than that in a month is a slipped finger. */
    BigDecimal mostPerMonth() {
        return mostPerMonth;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
