package io.dianmai.followup.contact;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.LoggedContact;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A contact as the log keeps it.
 *
 * @param id of the lead, and the number of the contact among its own
 * @param advisorId staff id of whoever made it; where nobody says, of whoever had the lead then
 */
record Contacted(
        @Id String id,
        String storeId,
        String leadId,
        @Nullable String advisorId,
        Instant at,
        ContactMedium medium,
        ContactResult result,
        boolean effective,
        @Nullable Instant nextContactAt,
        @Nullable String sealedNote) {

    static Contacted of(Stored<FollowUpPlan> plan, LoggedContact contact) {
        return new Contacted(
                plan.id() + ':' + contact.number(),
                plan.storeId(),
                plan.id(),
                contact.advisorId() == null ? plan.state().dimensions().advisorId() : contact.advisorId(),
                contact.at(),
                contact.medium(),
                contact.result(),
                contact.effective(),
                contact.nextContactAt(),
                contact.sealedNote());
    }
}
