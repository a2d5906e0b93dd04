package io.dianmai.lead.assignment;

import org.jspecify.annotations.Nullable;

/**
 * Whom a lead goes to.
 *
 * @param note by which rule, where it is not the usual one
 */
public record Dealt(String advisorId, @Nullable String note) {}
