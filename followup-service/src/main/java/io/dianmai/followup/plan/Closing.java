package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.CancelReason;
import java.time.Instant;

/** Why and when a plan ended. */
public record Closing(CancelReason reason, Instant at) {}
