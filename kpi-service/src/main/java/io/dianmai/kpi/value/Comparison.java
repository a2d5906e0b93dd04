package io.dianmai.kpi.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a value can be compared with. */
public enum Comparison {
    /** 目标 */
    TARGET,
    /** 环比 */
    PREVIOUS,
    /** 同比 */
    LAST_YEAR,
    /** 品牌均值 */
    BRAND_MEAN,
    /** 排名 */
    RANK;

    /** As queries write it, for example {@code last-year}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The comparison that queries call so. */
    public static Optional<Comparison> named(String wireName) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.wireName().equals(wireName))
                .findFirst();
    }
}
