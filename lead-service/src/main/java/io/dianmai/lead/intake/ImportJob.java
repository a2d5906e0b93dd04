package io.dianmai.lead.intake;

import io.dianmai.lead.intake.sheet.Headers;
import io.dianmai.lead.intake.sheet.ImportKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * An import as it is kept. Its rows are kept in chunks, sealed, until they are taken in.
 *
 * @param headers as they stand in the file
 * @param chunks how many there are
 * @param nextChunk the first that is not settled yet
 * @param createdBy account or client that gave the file
 * @param owner the instance at work, until {@code leaseUntil}
 * @param failures how often in a row the present chunk failed
 */
record ImportJob(
        @Id String id,
        String storeId,
        ImportKind kind,
        State state,
        List<String> headers,
        int rows,
        int chunks,
        int nextChunk,
        Counts counts,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable String owner,
        @Nullable Instant leaseUntil,
        int failures) {
    ImportJob {
        headers = List.copyOf(headers);
    }

    /** How far it is. */
    enum State {
        /** The file is being read. */
        READING,
        RUNNING,
        DONE,
        /** A part of it failed again and again; what is behind that part was not taken in. */
        FAILED
    }

    /** How many rows became what. */
    record Counts(int created, int joined, int known, int bad) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        static Counts of(List<Verdict> verdicts) {
            return new Counts(
                    count(verdicts, Verdict.State.CREATED),
                    count(verdicts, Verdict.State.JOINED),
                    count(verdicts, Verdict.State.KNOWN),
                    count(verdicts, Verdict.State.BAD));
        }

        private static int count(List<Verdict> verdicts, Verdict.State state) {
            return Math.toIntExact(verdicts.stream()
                    .filter(verdict -> verdict.state() == state)
                    .count());
        }
    }

    static ImportJob reading(String id, String storeId, ImportKind kind, String createdBy, Instant now) {
        return new ImportJob(
                id, storeId, kind, State.READING, List.of(), 0, 0, 0, Counts.NONE, createdBy, now, null, null, null, 0);
    }

    Headers understood() {
        return new Headers(kind, headers);
    }
}
