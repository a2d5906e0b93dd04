package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 跟进记录: a contact in the log of a plan.
 *
 * @param effective 有效跟进, by the policy of its time
 * @param number of this contact among all of the lead, from 1; absent in what was kept before they were numbered
 * @param advisorId staff id of whoever made it
 * @param nextContactAt agreed with the customer
 * @param sealedNote what was written down about it, sealed; it is in no event
 */
public record LoggedContact(
        Instant at,
        ContactMedium medium,
        ContactResult result,
        boolean effective,
        @Nullable Integer number,
        @Nullable String advisorId,
        @Nullable Instant nextContactAt,
        @Nullable String sealedNote) {

    LoggedContact wordless() {
        return new LoggedContact(at, medium, result, effective, number, advisorId, nextContactAt, null);
    }

    LoggedContact noting(String sealed) {
        return new LoggedContact(at, medium, result, effective, number, advisorId, nextContactAt, sealed);
    }
}
