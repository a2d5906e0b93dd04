package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to reach the customer.
 *
 * @param effective 有效沟通
 * @param advisorId staff id of whoever made the contact
 * @param nextContactAt agreed with the customer, if anything was
 */
@EventType("dianmai.followup.contact-logged.v1")
public record ContactLogged(
        LeadDimensions dimensions,
        ContactMedium medium,
        ContactResult result,
        boolean effective,
        @Nullable String advisorId,
        @Nullable Instant nextContactAt)
        implements FollowUpEvent {
    /** Of which no more is known than its result. */
    public ContactLogged(LeadDimensions dimensions, ContactMedium medium, ContactResult result, boolean effective) {
        this(dimensions, medium, result, effective, null, null);
    }
}
