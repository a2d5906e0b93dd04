package io.dianmai.kpi.catalogue;

import io.dianmai.contracts.org.Tier;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is aimed at: a number, a range ({@code 80..110}) or {@code brand-mean}, in the KPI's unit.
 *
 * @param all for stores of a tier without a target of its own
 */
public record Targets(
        @Nullable String all,
        @Nullable String mid,
        @Nullable String premium) {
    static final Targets NONE = new Targets(null, null, null);

    private static final String NUMBER = "-?\\d{1,12}(?:\\.\\d{1,6})?";
    private static final Pattern TARGET = Pattern.compile(NUMBER + "|brand-mean");
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")\\.\\.(" + NUMBER + ")");

    /** Whether this is written as a target. */
    static boolean isTarget(String text) {
        return TARGET.matcher(text).matches() || isRange(text);
    }

    private static boolean isRange(String text) {
        Matcher range = RANGE.matcher(text);
        return range.matches() && new BigDecimal(range.group(1)).compareTo(new BigDecimal(range.group(2))) <= 0;
    }

    /** Whether there is a target, and each is a range. */
    boolean areRanges() {
        var given = Stream.of(all, mid, premium).flatMap(Stream::ofNullable).toList();
        return !given.isEmpty() && given.stream().allMatch(Targets::isRange);
    }

    /** The target of a store of this tier; without a tier, the one that holds for all. */
    public @Nullable String of(@Nullable Tier tier) {
        String own = switch (tier) {
            case MID -> mid;
            case PREMIUM -> premium;
            case null -> null;
        };
        return own == null ? all : own;
    }
}
