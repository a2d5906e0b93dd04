package io.dianmai.lead.deal;

import io.dianmai.contracts.lead.LeadLossProposed;
import io.dianmai.contracts.lead.LossReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 战败申请: a loss that waits for a manager.
 *
 * @param competitorModel what was bought instead
 * @param advisorId who gave the lead up
 * @param effectiveContacts how many there had been
 */
public record LossProposed(
        Instant at,
        LossReason reason,
        @Nullable String competitorModel,
        @Nullable String advisorId,
        int effectiveContacts) {

    public static LossProposed of(LeadLossProposed event, Instant at) {
        return new LossProposed(
                at, event.reason(), event.competitorModel(), event.advisorId(), event.effectiveContacts());
    }
}
