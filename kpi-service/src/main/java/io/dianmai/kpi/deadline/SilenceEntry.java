package io.dianmai.kpi.deadline;

import io.dianmai.contracts.EventJson;
import java.nio.ByteBuffer;
import java.util.BitSet;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import tools.jackson.core.JacksonException;

/** What is remembered of a store to know when it is silent. Public for the topology alone. */
public sealed interface SilenceEntry {
    /** When it is open, as the registry said last. */
    record Hours(StoreHours hours) implements SilenceEntry {}

    /**
     * In which minutes of a day, in UTC, it was heard.
     *
     * @param day since 1970
     * @param minutes shared with whoever adds some: what is stored is what they are when the transaction ends
     */
    record Day(long day, BitSet minutes) implements SilenceEntry {}

    /** Bytes of both: hours are a JSON object, a day begins with a byte that is none. */
    static Serde<SilenceEntry> serde() {
        return Serdes.serdeFrom(
                (_, entry) -> entry == null ? null : encode(entry), (_, bytes) -> bytes == null ? null : decode(bytes));
    }

    private static byte[] encode(SilenceEntry entry) {
        return switch (entry) {
            case Hours(StoreHours hours) -> EventJson.MAPPER.writeValueAsBytes(hours);
            case Day(long day, BitSet minutes) -> {
                byte[] bits = minutes.toByteArray();
                yield ByteBuffer.allocate(Long.BYTES + bits.length)
                        .putLong(day)
                        .put(bits)
                        .array();
            }
        };
    }

    /** @throws JacksonException when it begins like hours and is none */
    private static SilenceEntry decode(byte[] bytes) {
        if (bytes[0] == '{') {
            return new Hours(EventJson.MAPPER.readValue(bytes, StoreHours.class));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Day(in.getLong(), BitSet.valueOf(in));
    }
}
