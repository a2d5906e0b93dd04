package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/** Deadlines as they were written before ladders could change: with the position of the next rung on the only ladder. */
final class FixedLadderFormat {
    static final int NUMBER = 1;

    private static final long NOT_INDEXED = -1;

    private FixedLadderFormat() {}

    /** Reads what follows the number of the format. */
    static Deadline read(ByteBuffer in) {
        DeadlineKind kind = DeadlineKind.valueOf(DeadlineCodec.text(in));
        String store = DeadlineCodec.text(in);
        String aggregate = DeadlineCodec.text(in);
        String owner = DeadlineCodec.emptyAsNull(DeadlineCodec.text(in));
        Instant dueAt = Instant.ofEpochMilli(ByteUtils.readVarlong(in));
        Instant recordedAt = Instant.ofEpochMilli(ByteUtils.readVarlong(in));
        Duration last = lastOffset(kind, ByteUtils.readVarint(in));
        int fired = ByteUtils.readVarint(in);
        long indexed = ByteUtils.readVarlong(in);
        Instant indexedAt = indexed == NOT_INDEXED ? null : Instant.ofEpochMilli(indexed);
        return new Deadline(kind, store, aggregate, owner, dueAt, recordedAt, last, fired, indexedAt, null, false);
    }

    private static @Nullable Duration lastOffset(DeadlineKind kind, int nextRung) {
        return nextRung == 0 ? null : Duration.ofMinutes(minutes(kind).get(nextRung - 1));
    }

    /** Only of the kinds that had clocks then. */
    private static List<Integer> minutes(DeadlineKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE -> List.of(-5, 0, 15, 30, 90);
            case FOLLOW_UP -> List.of(-30, 0, 24 * 60, 3 * 24 * 60);
            case COMPLAINT_RESPONSE -> List.of(0, 15, 30);
            case COMPLAINT_RESOLUTION -> List.of(-120, 0, 24 * 60);
            case HANDOVER_PROMISED -> List.of(-15, 0);
            case STORE_SILENT -> List.of(0);
            case STAGE_15_30_60,
                    LEAD_IDLE,
                    POOL_REVISIT,
                    LOST_REACTIVATION,
                    DEPOSIT_CONTACT,
                    PAYMENT_EXPECTED,
                    DELIVERY_EXPECTED,
                    RENEWAL_CONTACT,
                    MAINTENANCE_DUE,
                    CUSTOMER_LAPSE,
                    WARRANTY_CLAIM_AGEING -> throw new IllegalStateException("no clocks of kind " + kind + " then");
        };
    }
}
