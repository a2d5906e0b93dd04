package io.dianmai.kpi.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found.
 *
 * @param rows how many rows were compared, the period's own and those of its months and days
 * @param differences must be empty; of a moving store what still differed at the end
 * @param eventsRead records of the store, repeats and unreadable ones included
 * @param eventsCounted of these, those that count
 * @param readFrom records sent from then on were read; absent: all there are
 */
record AuditReport(
        String storeId,
        String period,
        Outcome outcome,
        int rows,
        List<Difference> differences,
        long eventsRead,
        long eventsCounted,
        @Nullable Instant readFrom,
        double seconds) {

    enum Outcome {
        /** Every number is what its events make. */
        EQUAL,
        DIFFERENT,
        /** Facts kept coming: there was no instant at which rows and events could be compared. */
        MOVING;

        @JsonValue
        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
