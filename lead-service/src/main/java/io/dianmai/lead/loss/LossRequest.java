package io.dianmai.lead.loss;

import io.dianmai.contracts.lead.LossReason;
import io.dianmai.lead.lead.LeadCommand;
import io.dianmai.lead.lead.SaleCommand.LossProposal;
import io.dianmai.lead.lead.SaleCommand.LossReview;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Body of a request that is about a loss. */
sealed interface LossRequest {
    /** When it happened; now unless told. */
    @Nullable
    Instant time();

    @Schema(example = """
            {"reason":"PRICE","competitorModel":"Qin L"}""")
    record Lose(
            @NotNull LossReason reason,
            @Nullable @Size(max = 100) String competitorModel,
            @Nullable Instant time) implements LossRequest {
        LeadCommand loss() {
            return new LeadCommand.Loss(reason, competitorModel);
        }

        LeadCommand proposal(@Nullable String advisorId, LossPolicy policy) {
            return new LossProposal(
                    reason, competitorModel, advisorId, policy.minimumEffectiveContacts(), policy.review());
        }
    }

    @Schema(example = """
            {"accept":false,"note":"offer the other engine first"}""")
    record Review(
            @NotNull Boolean accept,
            @Nullable @Size(max = 500) String note,
            @Nullable Instant time) implements LossRequest {
        LeadCommand asked(String reviewerId) {
            return new LossReview(accept, reviewerId, note);
        }
    }

    record Reactivate(@Nullable Instant time) implements LossRequest {}
}
