package io.dianmai.kpi.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A custom KPI as it is kept.
 *
 * @param version counts its changes, from 1
 * @param requestKey key of the request that made it: the same request again finds it
 */
@Document("kpi_definitions")
record KpiDefinition(
        @Id String code,
        long version,
        KpiDraft draft,
        String createdBy,
        Instant createdAt,
        @Nullable String requestKey) {

    Kpi.Custom origin() {
        return new Kpi.Custom(createdBy, createdAt, version);
    }

    /** It as it is after a change. */
    KpiDefinition changedTo(KpiDraft changed) {
        return new KpiDefinition(code, version + 1, changed.named(code), createdBy, createdAt, requestKey);
    }
}
