package io.dianmai.kpi.engine;

import io.dianmai.contracts.Topics;
import io.dianmai.contracts.UnreadableEvent;
import io.dianmai.kpi.ImplausibleEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Sends a record that cannot be processed to the dead letters of its topic, with the reason in the headers that
 * Spring uses and in the transaction of its neighbours, and lets the partition move on. Trouble with the broker or the state stores is no
 * fault of the record: that stops the thread, and the record is read again.
 */
public final class DeadLetters implements ProcessingExceptionHandler {
    /** Key in the Streams configuration under which the metrics are handed in. */
    static final String METRICS = "dianmai.engine.metrics";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    /** The header of a dead letter without its value: that is read at the place that the other headers name. */
    static final String LEFT_OUT = "dianmai-dlq-value-left-out";

    /** A larger value would exceed the broker's limit together with its headers. */
    private static final int LARGEST_VALUE = 512 * 1024;

    private EngineMetrics metrics;

    @Override
    public void configure(Map<String, ?> configs) {
        if (!(configs.get(METRICS) instanceof EngineMetrics given)) {
            throw new IllegalArgumentException(METRICS + " is missing");
        }
        metrics = given;
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        // Without a topic it is no record that failed but a punctuator.
        if (failure instanceof KafkaException || context.topic() == null) {
            return Response.fail();
        }
        metrics.deadLetter();
        String reason = reason(failure);
        LOG.warn(
                "Dead letter from {}-{} at {}: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                reason,
                isExpected(failure) ? null : failure);
        return Response.resume(List.of(deadLetter(context, reason)));
    }

    private static ProducerRecord<byte[], byte[]> deadLetter(ErrorHandlerContext context, String reason) {
        RecordHeaders headers = new RecordHeaders(context.headers());
        headers.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, reason.getBytes(StandardCharsets.UTF_8));
        headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, context.topic().getBytes(StandardCharsets.UTF_8));
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(Integer.BYTES).putInt(context.partition()).array());
        headers.add(
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(Long.BYTES).putLong(context.offset()).array());
        byte[] value = context.sourceRawValue();
        if (value != null && value.length > LARGEST_VALUE) {
            headers.add(LEFT_OUT, Integer.toString(value.length).getBytes(StandardCharsets.UTF_8));
            value = null;
        }
        return new ProducerRecord<>(Topics.deadLetters(context.topic()), null, context.sourceRawKey(), value, headers);
    }

    /** Messages of our own refusals quote no data; those of other exceptions might. */
    private static String reason(Exception failure) {
        return isExpected(failure) && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }

    private static boolean isExpected(Exception failure) {
        return failure instanceof UnreadableEvent || failure instanceof ImplausibleEvent;
    }
}
