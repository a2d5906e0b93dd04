package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.RecallReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 公海: since when and why a lead waits for an owner.
 *
 * @param previousAdvisorId who had it before; absent when nobody did
 */
public record Recalled(
        Instant at, RecallReason reason, @Nullable String previousAdvisorId) {}
