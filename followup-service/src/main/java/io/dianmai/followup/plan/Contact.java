package io.dianmai.followup.plan;

import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to reach a customer: the command.
 *
 * @param nextContactAt agreed with the customer; without an effective contact nothing can be agreed and it is passed
 *     over
 * @param advisorId staff id of whoever made the contact
 * @param judgement what level they think the lead is of now
 * @param sealedNote what they wrote down, sealed
 */
public record Contact(
        ContactMedium medium,
        ContactResult result,
        @Nullable Instant nextContactAt,
        @Nullable String advisorId,
        @Nullable Judgement judgement,
        @Nullable String sealedNote) {
    public Contact {
        nextContactAt = nextContactAt == null ? null : nextContactAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * A proposal for the level of a lead.
     *
     * @param reason in words, without personal data
     */
    public record Judgement(Level level, @Nullable String reason) {}

    /** Of which no more is known than what came of it. */
    Contact(ContactMedium medium, ContactResult result, @Nullable Instant nextContactAt) {
        this(medium, result, nextContactAt, null, null, null);
    }

    /** As a store system told it. */
    public static Contact of(ContactMade fact) {
        Level proposed = fact.proposedLevel();
        return new Contact(
                fact.medium(),
                fact.result(),
                fact.nextContactAt(),
                fact.advisorId(),
                proposed == null ? null : new Judgement(proposed, fact.levelReason()),
                null);
    }

    /** A customer who came to the store was met there. */
    public static Contact cameToStore() {
        return new Contact(ContactMedium.VISIT, ContactResult.CAME_TO_STORE, null);
    }
}
