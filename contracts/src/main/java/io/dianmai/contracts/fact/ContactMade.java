package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to reach the customer of a lead.
 *
 * @param nextContactAt agreed with the customer, if anything was
 */
@EventType("dianmai.fact.contact-made.v1")
public record ContactMade(
        @NotBlank @Size(max = 100) String leadRef,
        ContactMedium medium,
        ContactResult result,
        @Nullable Instant nextContactAt,
        @Nullable @Size(max = 100) String advisorId)
        implements StoreFact {}
