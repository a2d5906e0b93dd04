package io.dianmai.kpi.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One KPI: a formula over counters with its unit and targets.
 *
 * @param code stable name in queries
 * @param denominator absent for kinds that are no ratio
 * @param period over which it is usually read
 */
public record Kpi(
        String code,
        String nameZh,
        String nameEn,
        String area,
        KpiKind kind,
        Formula numerator,
        @Nullable Formula denominator,
        KpiUnit unit,
        Better better,
        Targets targets,
        UsualPeriod period,
        @Nullable String note) {

    /** Which way is good. */
    public enum Better {
        HIGHER,
        LOWER,
        /** Inside the target range. */
        RANGE
    }

    /** Over which span a KPI is usually read. */
    public enum UsualPeriod {
        DAY,
        /** 旬 */
        TENDAY,
        MONTH
    }

    /** Names in its formulas that no event feeds yet, target plans included. */
    public List<String> missing() {
        return Stream.concat(
                        numerator.missing().stream(),
                        denominator == null ? Stream.empty() : denominator.missing().stream())
                .distinct()
                .toList();
    }

    /** Whether it has values. Growth compares two periods, which values do not do. */
    public boolean available() {
        return missing().isEmpty() && kind != KpiKind.GROWTH;
    }
}
