package io.dianmai.kit.messaging;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.UnknownEventType;
import io.dianmai.contracts.UnreadableEvent;
import io.dianmai.kit.messaging.EventBatchHandler.Received;
import io.dianmai.kit.observe.TraceContext;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
 * Turns a handler into the function that a Spring Cloud Stream binding calls: reads the envelopes off the raw records of
 * a batch, continues their traces, measures the time from fact to effect, and passes over types that are not known here.
 * One poisonous record ends among the dead letters by itself: what came before it is handled, what follows comes again.
 */
public final class EventReceiver {
    private static final Logger log = LoggerFactory.getLogger(EventReceiver.class);

    private final TraceContext traces;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Counter unknown;
    private final Counter split;

    EventReceiver(TraceContext traces, Clock clock, MeterRegistry meters) {
        this.traces = traces;
        this.clock = clock;
        this.meters = meters;
        this.unknown = Counter.builder("dianmai.events.unknown")
                .description("Events of a type that this version does not know, passed over")
                .register(meters);
        this.split = Counter.builder("dianmai.events.split")
                .description("Batches that could not be handled together and were handled one by one")
                .register(meters);
    }

    /** The binding function that delivers to {@code handler} one event after the other. */
    public Consumer<Message<List<byte[]>>> deliverTo(EventHandler handler) {
        return deliverEachTo(one -> handler.on(one.event()));
    }

    /** As {@link #deliverTo(EventHandler)}, for whoever needs to know more of an event than what it says. */
    public Consumer<Message<List<byte[]>>> deliverEachTo(Consumer<Received> handler) {
        return message -> receive(raw(message), events -> oneByOne(events, handler));
    }

    /** The binding function that delivers whole batches: what fails is the fault of none of their events. */
    public Consumer<Message<List<byte[]>>> deliverBatchesTo(EventBatchHandler handler) {
        return message -> receive(raw(message), events -> together(events, handler));
    }

    /**
     * The binding function that delivers whole batches to {@code together} and, when one of them fails, its events to
     * {@code each}, which must recognise what was done already.
     */
    public Consumer<Message<List<byte[]>>> deliverTo(EventBatchHandler together, EventHandler each) {
        return message -> receive(raw(message), events -> {
            try {
                together(events, together);
            } catch (BatchListenerFailedException failure) {
                split.increment();
                log.debug("a batch of {} is handled one by one", events.size(), failure);
                oneByOne(events, one -> each.on(one.event()));
            }
        });
    }

    /** An event, and the record that it came as. */
    private record Read(ConsumerRecord<?, byte[]> record, Envelope<EventData> event) {
        Received received() {
            return new Received(event, record.value(), record.partition());
        }
    }

    private void receive(List<ConsumerRecord<?, byte[]>> records, Consumer<List<Read>> delivery) {
        List<Read> readable = new ArrayList<>(records.size());
        for (ConsumerRecord<?, byte[]> record : records) {
            try {
                read(record).ifPresent(readable::add);
            } catch (UnreadableEvent poison) {
                deliver(readable, delivery);
                throw new BatchListenerFailedException("no event", poison, record);
            }
        }
        deliver(readable, delivery);
    }

    private static void deliver(List<Read> events, Consumer<List<Read>> delivery) {
        if (!events.isEmpty()) {
            delivery.accept(events);
        }
    }

    private void oneByOne(List<Read> events, Consumer<Received> handler) {
        Timer timer = factToEffect(events);
        for (Read one : events) {
            Envelope<EventData> event = one.event();
            try {
                traces.inSpan("on " + event.type(), event.traceParent(), () -> {
                    handler.accept(one.received());
                    return true;
                });
            } catch (RuntimeException failure) {
                throw new BatchListenerFailedException("an event failed", failure, one.record());
            }
            timer.record(Duration.between(event.recordedTime(), clock.instant()));
        }
    }

    /** What fails for a whole batch is blamed on its first record: so it is tried as {@link RetryPolicy} has it. */
    private void together(List<Read> events, EventBatchHandler handler) {
        try {
            handler.on(events.stream().map(Read::received).toList());
        } catch (RuntimeException failure) {
            throw new BatchListenerFailedException(
                    "a batch failed", failure, events.getFirst().record());
        }
        Timer timer = factToEffect(events);
        var now = clock.instant();
        events.forEach(one -> timer.record(Duration.between(one.event().recordedTime(), now)));
    }

    private Timer factToEffect(List<Read> events) {
        return Timer.builder("dianmai.fact.to.effect")
                .description("From the door to the write of its effect")
                .tag("topic", events.getFirst().record().topic())
                .register(meters);
    }

    private Optional<Read> read(ConsumerRecord<?, byte[]> record) {
        try {
            return Optional.of(new Read(record, EventCodec.fromRecord(record.headers(), record.value())));
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
        throw new IllegalStateException("a binding without the converter \"rawBatches\"");
    }
}
