package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Personal;
import io.dianmai.contracts.lead.Consent;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.Interest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The A card (意向客户卡) was changed. What is absent stays as it was.
 */
@EventType("dianmai.fact.lead-card-changed.v1")
public record LeadCardChanged(
        @NotBlank @Size(max = 100) String leadRef,
        @Nullable CustomerClass customerClass,

        @Personal(Personal.Kind.NAME) @Nullable @Size(max = 100)
        String customerName,

        @Personal(Personal.Kind.PHONE) @Nullable @Size(max = 40)
        String phone,

        @Nullable Interest interest,
        @Nullable Consent consent,

        @Personal(Personal.Kind.ID_NUMBER) @Nullable @Size(max = 40)
        String idNumber)
        implements StoreFact {
    /** Of a customer whose ID number is not told. */
    public LeadCardChanged(
            String leadRef,
            @Nullable CustomerClass customerClass,
            @Nullable String customerName,
            @Nullable String phone,
            @Nullable Interest interest,
            @Nullable Consent consent) {
        this(leadRef, customerClass, customerName, phone, interest, consent, null);
    }
}
