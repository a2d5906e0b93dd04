package io.dianmai.kpi.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A KPI as somebody has written it, in a file or a request, not yet checked. {@link KpiReader} says what may be left out.
 *
 * @param target short for {@code targets.all}
 */
record KpiDraft(
        @Nullable String code,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String area,
        @Nullable String kind,
        @Nullable String numerator,
        @Nullable String denominator,
        @Nullable String unit,
        @Nullable String better,
        @Nullable String target,
        @Nullable Targets targets,
        @Nullable String period,
        @Nullable String note) {

    /** The same under this code. */
    KpiDraft named(String newCode) {
        return new KpiDraft(
                newCode,
                nameZh,
                nameEn,
                area,
                kind,
                numerator,
                denominator,
                unit,
                better,
                target,
                targets,
                period,
                note);
    }
}
