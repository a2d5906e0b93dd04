package io.dianmai.kit.messaging;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.UnknownEventType;
import io.dianmai.kit.observe.TraceContext;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Turns a handler into the function that a Spring Cloud Stream binding calls: reads the envelope off the raw record,
 * continues its trace, measures the time from fact to effect, and passes over types that are not known here.
 */
public final class EventReceiver {
    private static final Logger log = LoggerFactory.getLogger(EventReceiver.class);

    private final TraceContext traces;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Counter unknown;

    EventReceiver(TraceContext traces, Clock clock, MeterRegistry meters) {
        this.traces = traces;
        this.clock = clock;
        this.meters = meters;
        this.unknown = unknownEvents(meters);
    }

    static Counter unknownEvents(MeterRegistry meters) {
        return Counter.builder("dianmai.events.unknown")
                .description("Events of a type that this version does not know, passed over")
                .register(meters);
    }

    static Timer factToEffect(MeterRegistry meters, String topic) {
        return Timer.builder("dianmai.fact.to.effect")
                .description("From the door to the write of its effect")
                .tag("topic", topic)
                .register(meters);
    }

    /** The binding function that delivers to {@code handler}. */
    public Consumer<Message<byte[]>> deliverTo(EventHandler handler) {
        return message -> receive(raw(message), handler);
    }

    private void receive(ConsumerRecord<?, byte[]> record, EventHandler handler) {
        Envelope<EventData> event;
        try {
            event = EventCodec.fromRecord(record.headers(), record.value());
        } catch (UnknownEventType newer) {
            unknown.increment();
            log.info("{} at {}-{}@{}", newer.getMessage(), record.topic(), record.partition(), record.offset());
            return;
        }
        traces.inSpan("on " + event.type(), event.traceParent(), () -> {
            handler.on(event);
            return true;
        });
        factToEffect(meters, record.topic()).record(Duration.between(event.recordedTime(), clock.instant()));
    }

    @SuppressWarnings("unchecked") // the bindings of the platform carry bytes
    private static ConsumerRecord<?, byte[]> raw(Message<byte[]> message) {
        Object record = message.getHeaders().get(KafkaHeaders.RAW_DATA);
        if (record instanceof ConsumerRecord<?, ?> raw) {
            return (ConsumerRecord<?, byte[]>) raw;
        }
        throw new IllegalStateException("a binding without the converter \"rawRecords\"");
    }
}
