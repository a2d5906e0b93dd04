package io.dianmai.contracts.lead;

import java.time.Instant;

/**
 * What the customer has agreed to.
 *
 * @param calls may be called
 * @param messages may be sent messages
 * @param givenAt when it was said
 */
public record Consent(boolean calls, boolean messages, Instant givenAt) {}
