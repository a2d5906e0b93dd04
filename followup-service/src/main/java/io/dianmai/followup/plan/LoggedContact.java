package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import java.time.Instant;

/**
 * A contact in the log of a plan.
 *
 * @param effective 有效跟进, by the policy of its time
 */
public record LoggedContact(Instant at, ContactMedium medium, ContactResult result, boolean effective) {}
