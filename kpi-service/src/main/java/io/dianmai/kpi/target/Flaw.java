package io.dianmai.kpi.target;

/**
 * One thing that is wrong in a plan.
 *
 * @param field of the draft, for example {@code what} or {@code months/3}
 * @param reason for whoever entered it
 */
public record Flaw(String field, String reason) {}
