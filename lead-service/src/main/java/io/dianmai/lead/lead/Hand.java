package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.RecallReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead changed hands: somebody got it, or it went back to the company.
 *
 * @param advisorId who got it; absent when it went to the pool
 * @param previousAdvisorId who had it; absent when nobody did
 * @param assigned why somebody got it
 * @param recalled why it went to the pool
 * @param note why, in words
 */
public record Hand(
        Instant at,
        @Nullable String advisorId,
        @Nullable String previousAdvisorId,
        @Nullable AssignmentReason assigned,
        @Nullable RecallReason recalled,
        @Nullable String note) {}
