package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.Personal;
import io.dianmai.contracts.lead.VisitKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A party came or called, whether or not it left contact data.
 *
 * @param visitRef the store system's own id of the visit
 * @param partySize people in the party; a call is one
 * @param retained whether it left contact data (留档)
 * @param leadRef the lead it belongs to, if any
 * @param repeat 再次来店: whether it has been here before
 */
@EventType("dianmai.fact.visit-received.v1")
public record VisitReceived(
        @NotBlank @Size(max = 100) String visitRef,
        VisitKind kind,
        @Min(1) @Max(100) int partySize,
        boolean retained,
        @Nullable @Size(max = 100) String leadRef,
        @Nullable @Size(max = 100) String advisorId,
        @Nullable @Size(max = 100) String model,

        @Personal(Personal.Kind.NAME) @Nullable @Size(max = 100)
        String customerName,

        @Personal(Personal.Kind.PHONE) @Nullable @Size(max = 40)
        String phone,

        @Nullable Boolean repeat)
        implements StoreFact {
    /** A party that left nothing. */
    public VisitReceived(
            String visitRef,
            VisitKind kind,
            int partySize,
            boolean retained,
            @Nullable String leadRef,
            @Nullable String advisorId,
            @Nullable String model) {
        this(visitRef, kind, partySize, retained, leadRef, advisorId, model, null, null, null);
    }
}
