package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was observed of the customer.
 *
 * @param level the advisor's own judgement, which then needs a reason
 */
@EventType("dianmai.fact.lead-assessed.v1")
public record LeadAssessed(
        @NotBlank @Size(max = 100) String leadRef,
        @Nullable List<GradingCriterion> criteria,
        @Nullable Level level,
        @FreeText @Nullable @Size(max = 500) String reason)
        implements StoreFact {
    public LeadAssessed {
        reason = Redaction.of(reason);
        criteria = criteria == null ? null : List.copyOf(criteria);
    }
}
