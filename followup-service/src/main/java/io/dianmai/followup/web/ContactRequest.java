package io.dianmai.followup.web;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.followup.plan.Contact;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact to log.
 *
 * @param nextContactAt agreed with the customer, if anything was
 * @param time when it was made; now when absent
 */
record ContactRequest(
        @NotNull ContactMedium medium,
        @NotNull ContactResult result,
        @Nullable Instant nextContactAt,
        @Nullable Instant time) {
    Contact contact() {
        return new Contact(medium, result, nextContactAt);
    }
}
