package io.dianmai.lead.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that a vehicle is meant for.
 *
 * @param orderId the store system's own id of the order
 * @param leadId the lead that ordered, where it is known
 * @param since from when on
 */
public record Wanted(String orderId, @Nullable String leadId, Instant since) {}
