package io.dianmai.kpi.counter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.ByteUtils;

/** Rows as bytes in the state store: varints, and only the counters that are not zero. */
final class RowCodec {
    private static final int FORMAT = 1;

    private RowCodec() {}

    static byte[] encode(Row row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            ByteUtils.writeVarlong(row.revision(), out);
            ByteUtils.writeVarlong(row.heardToMillis(), out);
            writeCounters(row.totals(), out);
            ByteUtils.writeVarint(row.slices().size(), out);
            for (Map.Entry<Slice, long[]> slice : row.slices().entrySet()) {
                out.writeByte(slice.getKey().dimension().code());
                out.writeUTF(slice.getKey().value());
                writeCounters(slice.getValue(), out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    static Row decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalStateException("row of unknown format " + format);
            }
            long revision = ByteUtils.readVarlong(in);
            long heardTo = ByteUtils.readVarlong(in);
            long[] totals = readCounters(in);
            int count = ByteUtils.readVarint(in);
            Map<Slice, long[]> slices = LinkedHashMap.newLinkedHashMap(count);
            for (int i = 0; i < count; i++) {
                Slice slice = new Slice(Dimension.coded(in.readByte()), in.readUTF());
                slices.put(slice, readCounters(in));
            }
            return new Row(revision, heardTo, totals, slices);
        } catch (IOException truncated) {
            throw new UncheckedIOException("truncated row", truncated);
        }
    }

    private static void writeCounters(long[] counters, DataOutputStream out) throws IOException {
        int used = 0;
        for (long amount : counters) {
            used += amount == 0 ? 0 : 1;
        }
        ByteUtils.writeVarint(used, out);
        for (Counter counter : Counter.values()) {
            long amount = counters[counter.code()];
            if (amount != 0) {
                ByteUtils.writeVarint(counter.code(), out);
                ByteUtils.writeVarlong(amount, out);
            }
        }
    }

    private static long[] readCounters(DataInputStream in) throws IOException {
        long[] counters = new long[Counter.SLOTS];
        int used = ByteUtils.readVarint(in);
        for (int i = 0; i < used; i++) {
            Counter counter = Counter.coded(ByteUtils.readVarint(in));
            counters[counter.code()] = ByteUtils.readVarlong(in);
        }
        return counters;
    }
}
