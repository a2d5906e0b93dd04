package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Outcome;

/**
 * What a registration came to.
 *
 * @param joined the customer was on file at the store: the outcome is that lead's
 */
public record Registered(Outcome<Lead> outcome, boolean joined) {}
