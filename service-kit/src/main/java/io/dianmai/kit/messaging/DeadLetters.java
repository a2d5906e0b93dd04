package io.dianmai.kit.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dianmai.contracts.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/**
 * Puts a record that was tried often enough on its topic's dead-letter topic, as it was, with the reason in its headers.
 * Until Kafka has it there, the record counts as not handled.
 */
final class DeadLetters implements ConsumerAwareRecordRecoverer {
    /** What went wrong: type and message of the innermost exception. */
    static final String REASON = "dianmai-reason";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final DeadLetterPublishingRecoverer publisher;
    private final MeterRegistry meters;

    DeadLetters(Map<String, Object> producerSettings, MeterRegistry meters) {
        var template = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                producerSettings, new ByteArraySerializer(), new ByteArraySerializer()));
        this.publisher = new DeadLetterPublishingRecoverer(
                template, (record, _) -> new TopicPartition(Topics.deadLetters(record.topic()), record.partition()));
        this.publisher.setHeadersFunction((_, failure) -> reason(failure));
        this.meters = meters;
    }

    /** Makes the counter of a topic known before its first dead letter. */
    void register(String topic) {
        var _ = counter(topic);
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, @Nullable Exception failure) {
        Exception cause = Objects.requireNonNullElseGet(failure, () -> new IllegalStateException("no reason given"));
        publisher.accept(record, consumer, cause);
        counter(record.topic()).increment();
        log.error(
                "gave up {}-{}@{}, now among the dead letters",
                record.topic(),
                record.partition(),
                record.offset(),
                NestedExceptionUtils.getMostSpecificCause(cause));
    }

    private static Headers reason(Exception failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return new RecordHeaders().add(REASON, cause.toString().getBytes(UTF_8));
    }

    private Counter counter(String topic) {
        return Counter.builder("dianmai.deadletters")
                .description("Records given up after the last try")
                .tag("topic", topic)
                .register(meters);
    }
}
