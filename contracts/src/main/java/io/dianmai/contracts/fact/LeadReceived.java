package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Personal;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.Consent;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Interest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer who might buy.
 *
 * @param leadRef the store system's own id of the lead
 * @param advisorId staff id of the sales consultant, where one is named
 * @param criteria what was observed of the customer, for grading
 * @param interest what the customer wants
 * @param consent what the customer has agreed to
 */
@EventType("dianmai.fact.lead-received.v1")
public record LeadReceived(
        @NotBlank @Size(max = 100) String leadRef,
        Channel channel,
        @Nullable CustomerClass customerClass,

        @Personal(Personal.Kind.NAME) @Nullable @Size(max = 100)
        String customerName,

        @Personal(Personal.Kind.PHONE) @Nullable @Size(max = 40)
        String phone,

        @Nullable @Size(max = 100) String model,
        @Nullable @Size(max = 100) String activityId,
        @Nullable @Size(max = 100) String advisorId,
        @Nullable List<GradingCriterion> criteria,
        @Nullable Interest interest,
        @Nullable Consent consent)
        implements StoreFact {
    public LeadReceived {
        criteria = criteria == null ? null : List.copyOf(criteria);
    }

    /** A customer of whom no more is known. */
    public LeadReceived(
            String leadRef,
            Channel channel,
            @Nullable CustomerClass customerClass,
            @Nullable String customerName,
            @Nullable String phone,
            @Nullable String model,
            @Nullable String activityId,
            @Nullable String advisorId,
            @Nullable List<GradingCriterion> criteria) {
        this(leadRef, channel, customerClass, customerName, phone, model, activityId, advisorId, criteria, null, null);
    }
}
