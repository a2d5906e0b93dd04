package io.dianmai.kpi.journal;

import java.util.Comparator;

/**
 * Where a posting comes from: the record of its event, and which of that event's postings it is. The same at every
 * delivery of the record.
 *
 * @param posting from 0
 */
record Position(String topic, int partition, long offset, int posting) implements Comparable<Position> {
    private static final Comparator<Position> ORDER = Comparator.comparing(Position::topic)
            .thenComparingInt(Position::partition)
            .thenComparingLong(Position::offset)
            .thenComparingInt(Position::posting);

    /** Records in a row share a bucket: few writes for a busy store, and no document grows without end. */
    static final int BUCKET_WIDTH = 256;

    /** The bucket of the records around it, within a store's day. */
    String bucket() {
        return topic + '-' + partition + '.' + offset / BUCKET_WIDTH;
    }

    /** Its name within its bucket. */
    String key() {
        return offset + "_" + posting;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
