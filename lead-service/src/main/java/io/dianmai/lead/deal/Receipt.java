package io.dianmai.lead.deal;

import java.time.Instant;

/**
 * 收款.
 *
 * @param amount in fen; negative when money was given back
 */
public record Receipt(String paymentId, Instant at, long amount) {}
