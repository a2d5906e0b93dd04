package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.state.ByteWriter;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of an aggregate as bytes in the state store. Times are milliseconds, those that a clock has relative to its due
 * time. Public for the topology.
 */
public final class ClocksCodec {
    private static final int FORMAT = 3;

    private static final int OWNED = 1;
    private static final int FIRED = 1 << 1;
    private static final int INDEXED = 1 << 2;
    private static final int SNOOZED = 1 << 3;
    private static final int STOPPED = 1 << 4;

    private ClocksCodec() {}

    /** For the store of clocks. */
    public static Serde<AggregateClocks> serde() {
        return Serdes.serdeFrom(
                (_, clocks) -> clocks == null ? null : encode(clocks),
                (_, bytes) -> bytes == null ? null : decode(bytes));
    }

    static byte[] encode(AggregateClocks clocks) {
        ByteWriter out = new ByteWriter();
        out.writeByte(FORMAT);
        out.writeVarlong(clocks.size());
        clocks.forEach((suffix, clock) -> {
            out.writeText(suffix);
            write(clock, out);
        });
        return out.toByteArray();
    }

    private static void write(Deadline clock, ByteWriter out) {
        long dueAt = clock.dueAt().toEpochMilli();
        out.writeByte((clock.ownerId() == null ? 0 : OWNED)
                | (clock.lastOffset() == null ? 0 : FIRED)
                | (clock.indexedAt() == null ? 0 : INDEXED)
                | (clock.snoozedUntil() == null ? 0 : SNOOZED)
                | (clock.stopped() ? STOPPED : 0));
        out.writeText(clock.kind().name());
        out.writeText(clock.storeId());
        out.writeText(clock.aggregateId());
        out.writeVarlong(dueAt);
        out.writeVarlong(clock.recordedAt().toEpochMilli() - dueAt);
        out.writeVarlong(clock.fired());
        if (clock.ownerId() != null) {
            out.writeText(clock.ownerId());
        }
        if (clock.lastOffset() != null) {
            out.writeVarlong(clock.lastOffset().toMillis());
        }
        write(clock.indexedAt(), dueAt, out);
        write(clock.snoozedUntil(), dueAt, out);
    }

    private static void write(@Nullable Instant instant, long dueAt, ByteWriter out) {
        if (instant != null) {
            out.writeVarlong(instant.toEpochMilli() - dueAt);
        }
    }

    /** @throws IllegalStateException when the bytes are no clocks, or of a format that is not known */
    static AggregateClocks decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            int format = in.get();
            if (format != FORMAT) {
                throw new IllegalStateException("clocks of unknown format " + format);
            }
            AggregateClocks clocks = new AggregateClocks();
            for (long left = ByteUtils.readVarlong(in); left > 0; left--) {
                clocks.add(text(in), read(in));
            }
            return clocks;
        } catch (BufferUnderflowException truncated) {
            throw new IllegalStateException("truncated clocks", truncated);
        }
    }

    private static Deadline read(ByteBuffer in) {
        int flags = in.get();
        DeadlineKind kind = DeadlineKind.valueOf(text(in));
        String store = text(in);
        String aggregate = text(in);
        long dueAt = ByteUtils.readVarlong(in);
        Instant recordedAt = Instant.ofEpochMilli(dueAt + ByteUtils.readVarlong(in));
        int fired = Math.toIntExact(ByteUtils.readVarlong(in));
        return new Deadline(
                kind,
                store,
                aggregate,
                (flags & OWNED) == 0 ? null : text(in),
                Instant.ofEpochMilli(dueAt),
                recordedAt,
                (flags & FIRED) == 0 ? null : Duration.ofMillis(ByteUtils.readVarlong(in)),
                fired,
                (flags & INDEXED) == 0 ? null : Instant.ofEpochMilli(dueAt + ByteUtils.readVarlong(in)),
                (flags & SNOOZED) == 0 ? null : Instant.ofEpochMilli(dueAt + ByteUtils.readVarlong(in)),
                (flags & STOPPED) != 0);
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
