package io.dianmai.followup.policy;

import io.dianmai.contracts.followup.ContactMedium;
import org.jspecify.annotations.Nullable;

/**
 * 话术提示: what to do in a contact, in words for whoever makes it.
 *
 * @param medium how the customer is best contacted; null for any
 */
public record Guide(String zh, String en, @Nullable ContactMedium medium) {}
