package io.dianmai.kpi.engine;

import io.dianmai.kpi.counter.RowKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** Places a row where the producer's default would place its store: with the store's events. */
final class PlacedByStore implements StreamPartitioner<String, byte[]> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, byte @Nullable [] row, int numPartitions) {
        byte[] store = RowKey.parse(key).storeId().getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(store)) % numPartitions));
    }
}
