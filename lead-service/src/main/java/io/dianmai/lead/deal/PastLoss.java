package io.dianmai.lead.deal;

import io.dianmai.contracts.Redaction;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LossReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 战败, as it stands in the books, also of a customer who was won back.
 *
 * @param model what the customer had wanted
 * @param competitorModel what was bought instead
 * @param reviewerId staff id of the manager who agreed; absent when a store system or a manager said so at once
 * @param note of that manager
 */
public record PastLoss(
        Instant at,
        LossReason reason,
        @Nullable String model,
        @Nullable String competitorModel,
        @Nullable String reviewerId,
        @Nullable String note) {

    public static PastLoss of(LeadLost event, Instant at) {
        return new PastLoss(
                at, event.reason(), event.dimensions().model(), event.competitorModel(), event.reviewerId(), null);
    }

    PastLoss noting(@Nullable String words) {
        return new PastLoss(at, reason, model, competitorModel, reviewerId, Redaction.of(words));
    }
}
