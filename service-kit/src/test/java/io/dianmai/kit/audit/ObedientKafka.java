package io.dianmai.kit.audit;

import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Answers when it is told to, or at once. */
final class ObedientKafka extends MockProducer<String, byte[]> {
    private volatile boolean takingAll;

    ObedientKafka() {
        super(false, null, new StringSerializer(), new ByteArraySerializer());
    }

    void takeAll() {
        takingAll = true;
    }

    @Override
    public synchronized Future<RecordMetadata> send(
            ProducerRecord<String, byte[]> record, @Nullable Callback callback) {
        Future<RecordMetadata> answer = super.send(record, callback);
        if (takingAll) {
            var _ = completeNext();
        }
        return answer;
    }
}
