package io.dianmai.kpi.catalogue;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One KPI: a formula over counters with its unit and targets.
 *
 * @param code stable name in queries
 * @param denominator absent for kinds that are no ratio
 * @param period over which it is usually read
 * @param missing names in its formulas that no event feeds yet
 * @param custom who made it, when it was made by people and not shipped
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
        @Nullable String note,
        List<String> missing,
        @Nullable Custom custom) {
    public Kpi {
        missing = List.copyOf(missing);
    }

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

    /**
     * 自定义指标: made at run time.
     *
     * @param createdBy account of its maker
     * @param version counts its changes, from 1
     */
    public record Custom(String createdBy, Instant createdAt, long version) {}

    /** The names in its formulas, in their order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(numerator.names());
        if (denominator != null) {
            names.addAll(denominator.names());
        }
        return names;
    }

    /** Whether it has values: events feed all that it needs. */
    public boolean available() {
        return missing.isEmpty();
    }
}
