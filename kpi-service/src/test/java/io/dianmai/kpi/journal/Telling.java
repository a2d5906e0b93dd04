package io.dianmai.kpi.journal;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/** A topic of each family with one partition, in a test: events become records with offsets. */
final class Telling {
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();

    Telling tell(List<Envelope<EventData>> events) {
        events.forEach(this::tell);
        return this;
    }

    ConsumerRecord<byte[], byte[]> tell(Envelope<EventData> event) {
        ProducerRecord<String, byte[]> sent = EventCodec.toRecord(event);
        byte[] key = sent.key().getBytes(StandardCharsets.UTF_8);
        long offset = ends.merge(sent.topic(), 1L, Long::sum) - 1;
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                sent.topic(),
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                key.length,
                sent.value().length,
                key,
                sent.value(),
                sent.headers(),
                Optional.empty());
        records.add(record);
        return record;
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return List.copyOf(records);
    }
}
