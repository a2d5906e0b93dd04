package io.dianmai.lead.intake;

import io.dianmai.lead.intake.ImportJob.Counts;
import io.dianmai.lead.intake.sheet.Headers.Header;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown.
 *
 * @param state READING, RUNNING, DONE, FAILED
 * @param settled how many rows have their verdict
 * @param created rows that made something new
 * @param joined rows that added to something on file
 * @param known rows of which everything was on file
 * @param bad rows that were not taken in
 */
record ImportView(
        String id,
        String storeId,
        String kind,
        ImportJob.State state,
        int rows,
        int settled,
        int created,
        int joined,
        int known,
        int bad,
        List<Header> headers,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    ImportView {
        headers = List.copyOf(headers);
    }

    static ImportView of(ImportJob job) {
        Counts counts = job.counts();
        return new ImportView(
                job.id(),
                job.storeId(),
                job.kind().slug(),
                job.state(),
                job.rows(),
                counts.created() + counts.joined() + counts.known() + counts.bad(),
                counts.created(),
                counts.joined(),
                counts.known(),
                counts.bad(),
                job.understood().all(),
                job.createdBy(),
                job.createdAt(),
                job.finishedAt());
    }
}
