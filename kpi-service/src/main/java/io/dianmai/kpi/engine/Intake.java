package io.dianmai.kpi.engine;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.UnknownEventType;
import io.dianmai.contracts.org.OrgEvent;
import io.dianmai.kpi.state.ObjectStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records, drops what was heard before, and passes the events on. What it cannot read or believe it throws at
 * {@link DeadLetters}, before anything has changed.
 */
final class Intake implements Processor<byte[], byte[], String, Object> {
    static final String HEARD = "heard";

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final EngineMetrics metrics;
    private ProcessorContext<String, Object> context;
    private HeardSequences heard;

    Intake(EngineMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        ObjectStore<Long> last = context.getStateStore(HEARD);
        heard = new HeardSequences(last::get, last::put);
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
        String topic = topic();
        Plausible.Judged judged = Plausible.judge(event, record.key(), topic);
        HeardSequences.Verdict verdict = heard.hear(topic, event);
        if (verdict.isNews()) {
            long missing = missing(event, verdict);
            pass(judged.countable().withMissing(missing), event.storeId(), record.timestamp(), EngineTopology.COUNTING);
            pass(judged.orders(), event.storeId(), record.timestamp(), EngineTopology.DEADLINES);
            metrics.applied(event.recordedTime());
        } else {
            metrics.repeated();
        }
    }

    private void pass(Object part, String store, long timestamp, String to) {
        context.forward(new Record<>(store, part, timestamp), to);
    }

    private long missing(Envelope<EventData> event, HeardSequences.Verdict verdict) {
        // A compacted topic keeps the last snapshot only: there a gap means nothing.
        if (verdict.missingBefore() == 0 || event.data() instanceof OrgEvent) {
            return 0;
        }
        metrics.gap();
        LOG.error(
                "{} events are missing before {} of aggregate {}, store {}, sequence {}",
                verdict.missingBefore(),
                event.type(),
                event.aggregateId(),
                event.storeId(),
                event.sequence());
        return verdict.missingBefore();
    }

    private String topic() {
        return context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record without origin"))
                .topic();
    }
}
