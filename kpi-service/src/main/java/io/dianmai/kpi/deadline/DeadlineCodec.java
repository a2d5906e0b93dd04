package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/** Deadlines as bytes in the state store. Instants are milliseconds. */
final class DeadlineCodec {
    private static final int FORMAT = 1;
    private static final long NONE = -1;

    private DeadlineCodec() {}

    static byte[] encode(Deadline deadline) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(deadline.kind().name());
            out.writeUTF(deadline.storeId());
            out.writeUTF(deadline.aggregateId());
            out.writeUTF(deadline.ownerId() == null ? "" : deadline.ownerId());
            ByteUtils.writeVarlong(deadline.dueAt().toEpochMilli(), out);
            ByteUtils.writeVarlong(deadline.recordedAt().toEpochMilli(), out);
            ByteUtils.writeVarint(deadline.nextRung(), out);
            ByteUtils.writeVarint(deadline.fired(), out);
            Instant indexedAt = deadline.indexedAt();
            ByteUtils.writeVarlong(indexedAt == null ? NONE : indexedAt.toEpochMilli(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    static Deadline decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalStateException("deadline of unknown format " + format);
            }
            return new Deadline(
                    DeadlineKind.valueOf(in.readUTF()),
                    in.readUTF(),
                    in.readUTF(),
                    emptyAsNull(in.readUTF()),
                    Instant.ofEpochMilli(ByteUtils.readVarlong(in)),
                    Instant.ofEpochMilli(ByteUtils.readVarlong(in)),
                    ByteUtils.readVarint(in),
                    ByteUtils.readVarint(in),
                    instantOrNull(ByteUtils.readVarlong(in)));
        } catch (IOException truncated) {
            throw new UncheckedIOException("truncated deadline", truncated);
        }
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant instantOrNull(long millis) {
        return millis == NONE ? null : Instant.ofEpochMilli(millis);
    }
}
