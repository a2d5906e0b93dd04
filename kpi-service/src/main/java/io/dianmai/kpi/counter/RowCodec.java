package io.dianmai.kpi.counter;

import io.dianmai.kpi.state.ByteWriter;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.ByteUtils;

/** Rows as bytes in the state store: short numbers, and only the counters that are not zero. */
public final class RowCodec {
    private static final int FORMAT = 1;

    private RowCodec() {}

    /** For the store of rows. */
    public static Serde<Row> serde() {
        return Serdes.serdeFrom(
                (_, row) -> row == null ? null : encode(row), (_, bytes) -> bytes == null ? null : decode(bytes));
    }

    static byte[] encode(Row row) {
        ByteWriter out = new ByteWriter();
        out.writeByte(FORMAT);
        out.writeVarlong(row.revision());
        out.writeVarlong(row.heardToMillis());
        write(row.totals(), out);
        out.writeVarlong(row.slices().size());
        row.slices().forEach((slice, counts) -> {
            out.writeByte(slice.dimension().code());
            out.writeText(slice.value());
            write(counts, out);
        });
        return out.toByteArray();
    }

    /** @throws IllegalStateException when the bytes are no row, or one of a format that is not known */
    static Row decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            int format = in.get();
            if (format != FORMAT) {
                throw new IllegalStateException("row of unknown format " + format);
            }
            long revision = ByteUtils.readVarlong(in);
            long heardTo = ByteUtils.readVarlong(in);
            return new Row(revision, heardTo, readCounts(in), readSlices(in));
        } catch (BufferUnderflowException truncated) {
            throw new IllegalStateException("truncated row", truncated);
        }
    }

    private static void write(Counts counts, ByteWriter out) {
        out.writeVarlong(counts.used());
        counts.forEach((code, amount) -> {
            out.writeVarlong(code);
            out.writeVarlong(amount);
        });
    }

    private static Map<Slice, Counts> readSlices(ByteBuffer in) {
        int count = ByteUtils.readVarint(in);
        Map<Slice, Counts> slices = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            Dimension dimension = Dimension.coded(in.get());
            byte[] value = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(value);
            slices.put(new Slice(dimension, new String(value, StandardCharsets.UTF_8)), readCounts(in));
        }
        return slices;
    }

    private static Counts readCounts(ByteBuffer in) {
        int used = ByteUtils.readVarint(in);
        Counts counts = new Counts(Math.max(used, 1));
        for (int i = 0; i < used; i++) {
            int code = ByteUtils.readVarint(in);
            counts.add(Counter.coded(code).code(), ByteUtils.readVarlong(in));
        }
        return counts;
    }
}
