package io.dianmai.kpi.journal;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.UnreadableEvent;
import io.dianmai.kpi.ImplausibleEvent;
import io.dianmai.kpi.counter.CounterMapping;
import io.dianmai.kpi.counter.Posting;
import io.dianmai.kpi.engine.HeardSequences;
import io.dianmai.kpi.engine.Plausible;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records and events as the engine sees them: what is an event at all, and what it posts. */
public final class EngineView {
    private EngineView() {}

    /** The event of a record; empty for what the engine passes over or puts on the dead letters. */
    public static Optional<Envelope<EventData>> event(ConsumerRecord<byte[], byte[]> record) {
        try {
            Envelope<EventData> event = EventCodec.fromRecord(record.headers(), record.value());
            Plausible.check(event, record.key(), record.topic());
            return Optional.of(event);
        } catch (UnreadableEvent | ImplausibleEvent notCounted) {
            return Optional.empty();
        }
    }

    /** What the engine posts for an event on which its verdict was this one, always in the same order. */
    public static List<Posting> postings(Envelope<EventData> event, HeardSequences.Verdict verdict, ZoneId zone) {
        if (!verdict.isNews()) {
            return List.of();
        }
        List<Posting> postings = new ArrayList<>(CounterMapping.postings(event, zone));
        if (verdict.missingBefore() > 0) {
            postings.add(CounterMapping.missingBefore(event, verdict.missingBefore()));
        }
        return postings;
    }
}
