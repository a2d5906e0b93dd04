package io.dianmai.followup.plan;

import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to reach a customer: the command.
 *
 * @param nextContactAt agreed with the customer; without an effective contact nothing can be agreed and it is passed
 *     over
 */
public record Contact(
        ContactMedium medium,
        ContactResult result,
        @Nullable Instant nextContactAt) {
    public Contact {
        nextContactAt = nextContactAt == null ? null : nextContactAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** As a store system told it. */
    public static Contact of(ContactMade fact) {
        return new Contact(fact.medium(), fact.result(), fact.nextContactAt());
    }

    /** A customer who came to the store was met there. */
    public static Contact cameToStore() {
        return new Contact(ContactMedium.VISIT, ContactResult.CAME_TO_STORE, null);
    }
}
