package io.dianmai.kpi.journal;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.kpi.counter.Posting;
import io.dianmai.kpi.engine.HeardSequences;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Enters what each event posts. What was heard is written after the entries and before the offsets: whatever stops it in
 * between, the same batch comes again and ends the same.
 */
final class JournalListener implements BatchMessageListener<byte[], byte[]> {
    private final Journal journal;
    private final HeardByJournal heard;
    private final PatientZones zones;
    private final Counter entered;
    private final Counter repeated;
    private final Counter passedOver;

    JournalListener(Journal journal, HeardByJournal heard, PatientZones zones, MeterRegistry meters) {
        this.journal = journal;
        this.heard = heard;
        this.zones = zones;
        entered = events(meters, "entered");
        repeated = events(meters, "repeated");
        passedOver = events(meters, "passed-over");
    }

    private static Counter events(MeterRegistry meters, String outcome) {
        return Counter.builder("dianmai.kpi.journal")
                .description("Events by what the journal made of them; passed over is what the engine does not count")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** An event and the record that it came in. */
    private record Told(ConsumerRecord<byte[], byte[]> record, Envelope<EventData> event) {}

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
        List<Told> told = new ArrayList<>(batch.size());
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            EngineView.event(record).ifPresent(event -> told.add(new Told(record, event)));
        }
        Map<String, Long> last = heard.last(keys(told));
        Map<String, Long> news = new HashMap<>();
        HeardSequences rule = new HeardSequences(last::get, (key, sequence) -> {
            last.put(key, sequence);
            news.put(key, sequence);
        });
        List<Entry> entries = new ArrayList<>();
        int newEvents = 0;
        for (Told one : told) {
            HeardSequences.Verdict verdict = rule.hear(one.record().topic(), one.event());
            newEvents += verdict.isNews() ? 1 : 0;
            entries.addAll(entries(one, verdict));
        }
        journal.enter(entries);
        heard.remember(news);
        entered.increment(newEvents);
        repeated.increment(told.size() - newEvents);
        passedOver.increment(batch.size() - told.size());
    }

    /** By what names the rule will ask: it is asked, so that it alone knows. */
    private static Set<String> keys(List<Told> told) {
        Set<String> keys = new HashSet<>();
        HeardSequences asking = new HeardSequences(
                key -> {
                    keys.add(key);
                    return Long.MAX_VALUE;
                },
                (_, _) -> {});
        told.forEach(one -> asking.hear(one.record().topic(), one.event()));
        return keys;
    }

    private List<Entry> entries(Told told, HeardSequences.Verdict verdict) {
        if (!verdict.isNews()) {
            return List.of();
        }
        ConsumerRecord<byte[], byte[]> record = told.record();
        ZoneId zone = zones.of(told.event().storeId());
        List<Entry> entries = new ArrayList<>();
        for (Posting posting : EngineView.postings(told.event(), verdict, zone)) {
            Position position = new Position(record.topic(), record.partition(), record.offset(), entries.size());
            entries.add(Entry.of(told.event(), posting, position, zone));
        }
        return entries;
    }
}
