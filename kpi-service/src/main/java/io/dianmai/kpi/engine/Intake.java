package io.dianmai.kpi.engine;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventTypes;
import io.dianmai.contracts.UnknownEventType;
import io.dianmai.contracts.org.OrgEvent;
import io.dianmai.kpi.ImplausibleEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records, drops what was heard before, and passes the events on. What it cannot read or believe it throws at
 * {@link DeadLetters}, before anything has changed.
 */
final class Intake implements Processor<byte[], byte[], String, Envelope<EventData>> {
    static final String HEARD = "heard";

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final EngineMetrics metrics;
    private ProcessorContext<String, Envelope<EventData>> context;
    private HeardSequences heard;

    Intake(EngineMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Envelope<EventData>> context) {
        this.context = context;
        heard = new HeardSequences(context.getStateStore(HEARD));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Envelope<EventData> event;
        try {
            event = EventCodec.fromRecord(record.headers(), record.value());
        } catch (UnknownEventType newer) {
            metrics.unknownType();
            return;
        }
        check(event, record.key());
        if (isNews(event)) {
            context.forward(new Record<>(event.storeId(), event, record.timestamp()));
            metrics.applied(event.recordedTime());
        }
    }

    private void check(Envelope<EventData> event, byte @Nullable [] key) {
        if (!Arrays.equals(event.storeId().getBytes(StandardCharsets.UTF_8), key)) {
            throw new ImplausibleEvent("the record's key is not the store");
        }
        if (event.subject() == null) {
            throw new ImplausibleEvent("no subject");
        }
        if (event.sequence() < 1) {
            throw new ImplausibleEvent("no sequence");
        }
        ImplausibleEvent.unlessInRange(event.time(), "time");
        ImplausibleEvent.unlessInRange(event.recordedTime(), "recordedtime");
        if (!topic().equals(EventTypes.topicOf(event.data().getClass()))) {
            throw new ImplausibleEvent(event.type() + " does not belong on this topic");
        }
    }

    private boolean isNews(Envelope<EventData> event) {
        return switch (heard.hear(topic(), event.aggregateId(), event.sequence())) {
            case NEXT -> true;
            case REPEATED -> {
                metrics.repeated();
                yield false;
            }
            case AFTER_GAP -> {
                reportGap(event);
                yield true;
            }
        };
    }

    private void reportGap(Envelope<EventData> event) {
        // A compacted topic keeps the last snapshot only: there a gap means nothing.
        if (!(event.data() instanceof OrgEvent)) {
            metrics.gap();
            LOG.error(
                    "Events are missing before {} of aggregate {}, store {}, sequence {}",
                    event.type(),
                    event.aggregateId(),
                    event.storeId(),
                    event.sequence());
        }
    }

    private String topic() {
        return context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record without origin"))
                .topic();
    }
}
