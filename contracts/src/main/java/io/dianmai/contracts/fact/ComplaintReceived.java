package io.dianmai.contracts.fact;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * 投诉.
 *
 * @param complaintRef the store system's own id of the complaint
 * @param adviserId staff id of the service adviser whom it is about, if any
 */
@EventType("dianmai.fact.complaint-received.v1")
public record ComplaintReceived(
        @NotBlank @Size(max = 100) String complaintRef,
        ComplaintCategory category,
        @Nullable @Size(max = 100) String adviserId,
        @Nullable @Size(max = 100) String model)
        implements StoreFact {}
