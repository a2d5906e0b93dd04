package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Deadlines as bytes in the state store. Times are milliseconds, texts UTF-8 behind their length. Public for the topology. */
public final class DeadlineCodec {
    private static final int FORMAT = 2;
    private static final long NONE = Long.MIN_VALUE;
    private static final int TEXTS = 4;
    private static final int FIXED = 1 + TEXTS * Short.BYTES + 5 * Long.BYTES + Integer.BYTES + 1;

    private DeadlineCodec() {}

    /** For the store of clocks. */
    public static Serde<Deadline> serde() {
        return Serdes.serdeFrom(
                (_, deadline) -> deadline == null ? null : encode(deadline),
                (_, bytes) -> bytes == null ? null : decode(bytes));
    }

    static byte[] encode(Deadline deadline) {
        byte[] kind = bytes(deadline.kind().name());
        byte[] store = bytes(deadline.storeId());
        byte[] aggregate = bytes(deadline.aggregateId());
        byte[] owner = bytes(deadline.ownerId() == null ? "" : deadline.ownerId());
        ByteBuffer out = ByteBuffer.allocate(FIXED + kind.length + store.length + aggregate.length + owner.length);
        out.put((byte) FORMAT);
        text(out, kind);
        text(out, store);
        text(out, aggregate);
        text(out, owner);
        out.putLong(deadline.dueAt().toEpochMilli());
        out.putLong(deadline.recordedAt().toEpochMilli());
        out.putLong(deadline.lastOffset() == null ? NONE : deadline.lastOffset().toMillis());
        out.putInt(deadline.fired());
        out.putLong(millis(deadline.indexedAt()));
        out.putLong(millis(deadline.snoozedUntil()));
        out.put((byte) (deadline.stopped() ? 1 : 0));
        return out.array();
    }

    static Deadline decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int format = in.get();
        return switch (format) {
            case FixedLadderFormat.NUMBER -> FixedLadderFormat.read(in);
            case FORMAT -> read(in);
            default -> throw new IllegalStateException("deadline of unknown format " + format);
        };
    }

    private static Deadline read(ByteBuffer in) {
        return new Deadline(
                DeadlineKind.valueOf(text(in)),
                text(in),
                text(in),
                emptyAsNull(text(in)),
                Instant.ofEpochMilli(in.getLong()),
                Instant.ofEpochMilli(in.getLong()),
                offset(in.getLong()),
                in.getInt(),
                instant(in.getLong()),
                instant(in.getLong()),
                in.get() == 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void text(ByteBuffer out, byte[] text) {
        if (text.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("too long a text");
        }
        out.putShort((short) text.length).put(text);
    }

    static String text(ByteBuffer in) {
        byte[] text = new byte[in.getShort()];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Duration offset(long millis) {
        return millis == NONE ? null : Duration.ofMillis(millis);
    }

    private static @Nullable Instant instant(long millis) {
        return millis == NONE ? null : Instant.ofEpochMilli(millis);
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? NONE : instant.toEpochMilli();
    }
}
