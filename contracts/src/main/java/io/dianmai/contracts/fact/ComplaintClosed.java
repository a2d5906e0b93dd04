package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The complaint was settled.
 *
 * @param satisfied what the customer said when asked; absent when not asked
 */
@EventType("dianmai.fact.complaint-closed.v1")
public record ComplaintClosed(
        @NotBlank @Size(max = 100) String complaintRef,
        @Nullable Boolean satisfied) implements StoreFact {}
