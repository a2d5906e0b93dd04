package io.dianmai.aftersales.complaint;

import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A complaint as it is shown. */
record ComplaintView(
        String id,
        String storeId,
        ComplaintCategory category,
        JobDimensions dimensions,
        Instant openedAt,
        Instant answerDueAt,
        @Nullable Instant answeredAt,
        Instant resolveDueAt,
        @Nullable Instant resolvedAt,
        @Nullable Boolean satisfied) {

    static ComplaintView of(Stored<Complaint> stored) {
        Complaint complaint = stored.state();
        return new ComplaintView(
                stored.id(),
                stored.storeId(),
                complaint.category(),
                complaint.dimensions(),
                complaint.openedAt(),
                complaint.answerDueAt(),
                complaint.answeredAt(),
                complaint.resolveDueAt(),
                complaint.resolvedAt(),
                complaint.satisfied());
    }
}
