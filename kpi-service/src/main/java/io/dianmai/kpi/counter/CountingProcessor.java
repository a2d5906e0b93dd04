package io.dianmai.kpi.counter;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.StorePublished;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds what each event posts to the rows of the store's business day, month and year that it belongs to, and sends the
 * rows that changed, coalesced. The business day is in the zone of the store; until the registry has named the store
 * that is the default zone.
 */
public final class CountingProcessor implements Processor<String, Envelope<EventData>, String, byte[]> {
    public static final String ROWS = "rows";
    public static final String DIRTY = "dirty-rows";
    public static final String ZONES = "zones";

    private static final int ROWS_PER_TICK = 2_000;

    private final ZoneId defaultZone;
    private final Duration sendInterval;
    private final Map<String, ZoneId> knownZones = new HashMap<>();
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, String> zones;
    private RowBook book;

    public CountingProcessor(ZoneId defaultZone, Duration sendInterval) {
        this.defaultZone = defaultZone;
        this.sendInterval = sendInterval;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        zones = context.getStateStore(ZONES);
        book = new RowBook(context.getStateStore(ROWS), context.getStateStore(DIRTY));
        knownZones.clear();
        context.schedule(sendInterval, PunctuationType.WALL_CLOCK_TIME, this::send);
    }

    @Override
    public void process(Record<String, Envelope<EventData>> record) {
        Envelope<EventData> event = record.value();
        if (event.data() instanceof StorePublished store) {
            learnZone(event.storeId(), ZoneId.of(store.zone()));
        } else {
            count(event, EventsMissing.before(record));
        }
    }

    private void count(Envelope<EventData> event, long missingBefore) {
        ZoneId zone = zoneOf(event.storeId());
        for (Posting posting : CounterMapping.postings(event, zone)) {
            post(event, posting, zone);
        }
        if (missingBefore > 0) {
            post(event, CounterMapping.missingBefore(event, missingBefore), zone);
        }
    }

    private void post(Envelope<EventData> event, Posting posting, ZoneId zone) {
        String store = event.storeId();
        LocalDate day = LocalDate.ofInstant(posting.at(), zone);
        book.add(RowKey.day(store, day), posting, event.recordedTime());
        book.add(RowKey.month(store, YearMonth.from(day)), posting, event.recordedTime());
        book.add(RowKey.year(store, Year.from(day)), posting.unsliced(), event.recordedTime());
        if (posting.movesLevels()) {
            book.add(RowKey.ever(store), posting.levels(), event.recordedTime());
        }
    }

    private void send(long now) {
        book.send(
                ROWS_PER_TICK,
                row -> context.forward(new Record<>(
                        new RowKey(row.storeId(), row.period()).toString(),
                        EventJson.MAPPER.writeValueAsBytes(row),
                        now)));
    }

    private void learnZone(String store, ZoneId zone) {
        zones.put(store, zone.getId());
        knownZones.put(store, zone);
    }

    private ZoneId zoneOf(String store) {
        ZoneId known = knownZones.get(store);
        if (known == null) {
            String stored = zones.get(store);
            known = stored == null ? defaultZone : ZoneId.of(stored);
            knownZones.put(store, known);
        }
        return known;
    }
}
