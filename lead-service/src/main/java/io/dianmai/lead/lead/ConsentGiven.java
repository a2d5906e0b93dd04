package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Consent;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * What the customer has agreed to, as a request tells it.
 *
 * @param givenAt when it was said; not in the future
 */
public record ConsentGiven(
        boolean calls, boolean messages, @NotNull Instant givenAt) {

    /** The same, as events tell it. */
    public Consent consent() {
        return new Consent(calls, messages, givenAt);
    }
}
