package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadOrdered;
import java.time.Instant;

/**
 * The order of a lead, kept so that taking it back can say exactly what is taken back.
 *
 * @param told the event as it was sent
 * @param at when the order was signed
 */
public record SignedOrder(LeadOrdered told, Instant at) {}
