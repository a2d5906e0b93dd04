package io.dianmai.kpi.counter;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/** How the intake tells the counting, in a header, how many events of its aggregate are missing before an event. */
public final class EventsMissing {
    private static final String HEADER = "dianmai-events-missing";

    private EventsMissing() {}

    /** {@code record}, marked if anything is missing. */
    public static <K, V> Record<K, V> mark(Record<K, V> record, long missing) {
        if (missing > 0) {
            record.headers()
                    .add(
                            HEADER,
                            ByteBuffer.allocate(Long.BYTES).putLong(missing).array());
        }
        return record;
    }

    static long before(Record<?, ?> record) {
        Header mark = record.headers().lastHeader(HEADER);
        return mark == null ? 0 : ByteBuffer.wrap(mark.value()).getLong();
    }
}
