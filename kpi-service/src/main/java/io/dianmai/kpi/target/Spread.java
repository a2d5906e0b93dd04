package io.dianmai.kpi.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Spreads a whole over parts without losing a unit: each part is the difference of two rounded running totals, so
 * neighbouring parts add up, and all of them to the whole.
 */
final class Spread {
    private static final int MONTHS = 12;

    private Spread() {}

    /** What the first {@code weight} of {@code totalWeight} come to. */
    static BigDecimal upTo(BigDecimal whole, int weight, int totalWeight, int decimals) {
        if (weight == totalWeight) {
            return whole;
        }
        return whole.multiply(BigDecimal.valueOf(weight))
                .divide(BigDecimal.valueOf(totalWeight), decimals, RoundingMode.HALF_UP);
    }

    /**
     * A year's figure over its months by working days, to as many decimals as the figure itself has: cars stay whole
     * cars and fen whole fen. By all days where the store never works.
     */
    static List<BigDecimal> overMonths(BigDecimal total, int year, WorkingDays days) {
        int decimals = Math.max(0, total.stripTrailingZeros().scale());
        int all = days.weight(
                YearMonth.of(year, 1).atDay(1), YearMonth.of(year, MONTHS).atEndOfMonth(), year);
        List<BigDecimal> months = new ArrayList<>(MONTHS);
        BigDecimal before = BigDecimal.ZERO;
        for (int month = 1; month <= MONTHS; month++) {
            int worked = days.weight(
                    YearMonth.of(year, 1).atDay(1), YearMonth.of(year, month).atEndOfMonth(), year);
            BigDecimal after = upTo(total, worked, all, decimals);
            months.add(plain(after.subtract(before)));
            before = after;
        }
        return months;
    }

    /** The same number, without an exponent and zeros at its end. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = Objects.requireNonNull(number.stripTrailingZeros());
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
