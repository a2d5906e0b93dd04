package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The customer was answered. */
@EventType("dianmai.fact.complaint-replied.v1")
public record ComplaintReplied(@NotBlank @Size(max = 100) String complaintRef) implements StoreFact {}
