package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.lead.LeadDimensions;

/**
 * Somebody tried to reach the customer.
 *
 * @param effective 有效沟通
 */
@EventType("dianmai.followup.contact-logged.v1")
public record ContactLogged(LeadDimensions dimensions, ContactMedium medium, ContactResult result, boolean effective)
        implements FollowUpEvent {}
