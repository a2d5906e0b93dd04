package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.ContactResult;
import java.time.Duration;
import java.util.Set;

/**
 * The group's rules of following up. Defaults and their sources are in {@link FollowUpProperties}.
 *
 * @param firstResponseMinutes business minutes from registration to the first effective contact
 * @param effective 有效跟进: results that stop a clock
 * @param horizon how far ahead of now a contact may be agreed or moved to
 */
public record FollowUpPolicy(
        long firstResponseMinutes, Cadence cadence, Set<ContactResult> effective, Duration horizon) {
    public FollowUpPolicy {
        effective = Set.copyOf(effective);
    }
}
