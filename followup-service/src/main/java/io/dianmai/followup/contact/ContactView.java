package io.dianmai.followup.contact;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.followup.plan.LoggedContact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact as the API shows it.
 *
 * @param leadId left out where all are of one lead
 * @param effective 有效跟进, by the policy of its time
 * @param note for those who speak with customers
 */
public record ContactView(
        @Nullable String leadId,
        @Nullable String storeId,
        @Nullable String advisorId,
        Instant at,
        ContactMedium medium,
        ContactResult result,
        boolean effective,
        @Nullable Instant nextContactAt,
        @Nullable String note) {

    static ContactView of(Contacted contact, @Nullable String note) {
        return new ContactView(
                contact.leadId(),
                contact.storeId(),
                contact.advisorId(),
                contact.at(),
                contact.medium(),
                contact.result(),
                contact.effective(),
                contact.nextContactAt(),
                note);
    }

    /** In the plan of its lead. */
    public static ContactView of(LoggedContact contact, @Nullable String note) {
        return new ContactView(
                null,
                null,
                contact.advisorId(),
                contact.at(),
                contact.medium(),
                contact.result(),
                contact.effective(),
                contact.nextContactAt(),
                note);
    }
}
