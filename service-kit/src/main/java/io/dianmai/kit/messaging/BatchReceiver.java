package io.dianmai.kit.messaging;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.UnknownEventType;
import io.dianmai.contracts.UnreadableEvent;
import io.dianmai.kit.messaging.EventBatchHandler.Received;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * As {@link EventReceiver}, for a binding in batch mode whose converter is {@code rawBatches}. One poisonous record ends
 * among the dead letters by itself: what came before it is handled, what follows comes again.
 */
public final class BatchReceiver {
    private static final Logger log = LoggerFactory.getLogger(BatchReceiver.class);

    private final Clock clock;
    private final MeterRegistry meters;
    private final Counter unknown;

    BatchReceiver(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
        this.unknown = EventReceiver.unknownEvents(meters);
    }

    /** The binding function that delivers to {@code handler}. */
    public Consumer<Message<List<byte[]>>> deliverTo(EventBatchHandler handler) {
        return message -> receive(raw(message), handler);
    }

    private void receive(List<ConsumerRecord<?, byte[]>> records, EventBatchHandler handler) {
        List<Received> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<?, byte[]> record : records) {
            try {
                read(record)
                        .ifPresent(event ->
                                readable.add(new Received(event, new String(record.value(), StandardCharsets.UTF_8))));
            } catch (UnreadableEvent poison) {
                handle(readable, records, handler);
                throw new BatchListenerFailedException("no event", poison, record);
            }
        }
        handle(readable, records, handler);
    }

    /** What fails for a whole batch is blamed on its first record: so it is tried as {@link RetryPolicy} has it. */
    private void handle(List<Received> events, List<ConsumerRecord<?, byte[]>> records, EventBatchHandler handler) {
        if (events.isEmpty()) {
            return;
        }
        try {
            handler.on(events);
        } catch (RuntimeException failure) {
            throw new BatchListenerFailedException("a batch failed", failure, records.getFirst());
        }
        Timer timer = EventReceiver.factToEffect(meters, records.getFirst().topic());
        var now = clock.instant();
        events.forEach(one -> timer.record(Duration.between(one.event().recordedTime(), now)));
    }

    private Optional<Envelope<EventData>> read(ConsumerRecord<?, byte[]> record) {
        try {
            return Optional.of(EventCodec.fromRecord(record.headers(), record.value()));
        } catch (UnknownEventType newer) {
            unknown.increment();
            log.info("{} at {}-{}@{}", newer.getMessage(), record.topic(), record.partition(), record.offset());
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // the bindings of the platform carry bytes
    private static List<ConsumerRecord<?, byte[]>> raw(Message<List<byte[]>> message) {
        Object records = message.getHeaders().get(KafkaHeaders.RAW_DATA);
        if (records instanceof List<?> raw) {
            return (List<ConsumerRecord<?, byte[]>>) raw;
        }
        throw new IllegalStateException("a batch binding without the converter \"rawBatches\"");
    }
}
