package io.dianmai.lead.visit;

import io.dianmai.contracts.lead.VisitKind;
import org.jspecify.annotations.Nullable;

/**
 * An entry for the visit log.
 *
 * @param partySize people in the party
 * @param retained whether it left contact data (留档)
 * @param leadId the lead it belongs to, if any; a lead may be registered after its first visit
 * @param advisorId who received the party
 * @param model what it came for
 */
public record VisitEntry(
        VisitKind kind,
        int partySize,
        boolean retained,
        @Nullable String leadId,
        @Nullable String advisorId,
        @Nullable String model) {}
