package io.dianmai.lead.intake;

import io.dianmai.lead.visit.VisitEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a visit log says.
 *
 * @param reference the store system's own id of the visit
 * @param leadReference the lead that it belongs to
 * @param entry without the lead
 */
record VisitRow(
        @Nullable String reference,
        Instant visitedAt,
        @Nullable String leadReference,
        VisitEntry entry) {}
