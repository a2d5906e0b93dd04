package io.dianmai.kpi.catalogue;

import io.dianmai.contracts.org.Tier;
import java.util.regex.Pattern;
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
    private static final Pattern TARGET = Pattern.compile("-?\\d+(\\.\\d+)?(\\.\\.-?\\d+(\\.\\d+)?)?|brand-mean");

    static Targets parse(String all, String mid, String premium) {
        return new Targets(parse(all), parse(mid), parse(premium));
    }

    private static @Nullable String parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!TARGET.matcher(text).matches()) {
            throw new IllegalArgumentException("no target: \"" + text + "\"");
        }
        return text;
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
