package io.dianmai.kpi.value;

import io.dianmai.kpi.catalogue.Kpi.Better;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * 目标: what a KPI is to reach, in its unit: a number, which is both bounds, or a range.
 *
 * @param from null when the brand has no mean to go by
 */
record Aim(Kind kind, @Nullable BigDecimal from, @Nullable BigDecimal to) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    /** Where it comes from. */
    enum Kind {
        NUMBER,
        RANGE,
        BRAND_MEAN,
        PLAN
    }

    static Aim number(Kind kind, @Nullable BigDecimal value) {
        return new Aim(kind, value, value);
    }

    /** Reads {@code 95} or {@code 80..110} of the catalogue. */
    static Aim parse(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? number(Kind.NUMBER, new BigDecimal(text))
                : new Aim(
                        Kind.RANGE, new BigDecimal(text.substring(0, dots)), new BigDecimal(text.substring(dots + 2)));
    }

    /** Whether a value, as it is shown, reaches it; null when there is nothing to compare. */
    @Nullable
    Boolean metBy(@Nullable BigDecimal value, Better better) {
        if (value == null || from == null || to == null) {
            return null;
        }
        return switch (better) {
            case HIGHER -> value.compareTo(from) >= 0;
            case LOWER -> value.compareTo(to) <= 0;
            case RANGE -> value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
        };
    }

    /**
     * 达成率 in percent: value over target where higher is better, target over value where lower is; of a range 100
     * inside of it, outside the share of the nearer bound. Null where that would divide by zero.
     */
    @Nullable
    BigDecimal attainedBy(@Nullable BigDecimal value, Better better) {
        if (value == null || from == null || to == null) {
            return null;
        }
        return switch (better) {
            case HIGHER -> percent(value, from);
            case LOWER -> percent(to, value);
            case RANGE -> {
                if (value.compareTo(from) < 0) {
                    yield percent(value, from);
                }
                yield value.compareTo(to) > 0 ? percent(to, value) : HUNDRED;
            }
        };
    }

    /** How far a value lies outside of it. */
    @Nullable
    BigDecimal distanceOf(BigDecimal value) {
        if (from == null || to == null) {
            return null;
        }
        return from.subtract(value).max(value.subtract(to)).max(BigDecimal.ZERO);
    }

    /** {@code part} of {@code whole} in percent, to two decimals; zero of zero is all of it. */
    static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return part.signum() == 0 ? HUNDRED : null;
        }
        return plain(part.multiply(HUNDRED).divide(whole, DECIMALS, RoundingMode.HALF_UP));
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
