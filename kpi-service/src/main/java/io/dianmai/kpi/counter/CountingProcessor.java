package io.dianmai.kpi.counter;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kpi.state.Commits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds what each event posts to the rows of the store's business day, month and year that it belongs to, and sends the
 * rows that changed, coalesced.
 *
 * <p>The business day is in the zone of the store, so an event of a store that the registry has not named yet waits
 * for the registry's word, but not for ever: then the default zone must do. When a store later changes its zone, that
 * holds for the events from then on; what was counted stays where it is.
 */
public final class CountingProcessor implements Processor<String, Countable, String, byte[]> {
    public static final String ROWS = "rows";
    public static final String DIRTY = "dirty-rows";
    public static final String ZONES = "zones";
    public static final String HELD = "held-events";

    private static final Logger LOG = LoggerFactory.getLogger(CountingProcessor.class);
    private static final int ROWS_PER_TICK = 2_000;
    private static final int RELEASED_PER_TICK = 5_000;

    private final Settings settings;
    private final Commits commits;
    private final Map<String, ZoneId> knownZones = new HashMap<>();
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, String> zones;
    private final SendPace pace = new SendPace();
    private final RowNames names = new RowNames();
    private final KnownSlices knownSlices = new KnownSlices();
    private boolean awaited;
    private RowBook book;
    private HeldEvents held;

    /**
     * How it counts.
     *
     * @param defaultZone zone of a store that the registry does not name
     * @param registryPatience how long events of a store wait for the registry to name it
     * @param sendInterval how often changed rows are sent
     */
    public record Settings(ZoneId defaultZone, Duration registryPatience, Duration sendInterval) {}

    public CountingProcessor(Settings settings, Commits commits) {
        this.settings = settings;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        zones = context.getStateStore(ZONES);
        book = new RowBook(context.getStateStore(ROWS), context.getStateStore(DIRTY));
        held = new HeldEvents(context.getStateStore(HELD));
        knownZones.clear();
        context.schedule(settings.sendInterval(), PunctuationType.WALL_CLOCK_TIME, now -> {
            release(Instant.ofEpochMilli(now));
            if (pace.sendsAt(now)) {
                awaited |= send(now) && pace.isLive(now);
            }
            if (awaited && commits.soon(context)) {
                awaited = false;
            }
        });
    }

    @Override
    public void process(Record<String, Countable> record) {
        Countable countable = record.value();
        Envelope<EventData> event = countable.event();
        if (event.data() instanceof StorePublished store) {
            learnZone(event.storeId(), ZoneId.of(store.zone()));
        } else {
            ZoneId zone = zoneOf(event.storeId());
            if (zone == null) {
                held.hold(event, countable.missingBefore(), Instant.ofEpochMilli(context.currentSystemTimeMs()));
            } else {
                count(countable, zone);
            }
        }
    }

    private void release(Instant now) {
        for (String store : held.stores()) {
            if (zoneOf(store) == null && held.waitsSince(store, now.minus(settings.registryPatience()))) {
                LOG.warn(
                        "The registry has not named store {}: its days are counted in {}",
                        store,
                        settings.defaultZone());
                learnZone(store, settings.defaultZone());
            }
            ZoneId zone = zoneOf(store);
            if (zone != null) {
                held.release(
                        store,
                        RELEASED_PER_TICK,
                        event -> count(new Countable(event.event(), event.missingBefore(), null), zone));
            }
        }
    }

    private void count(Countable countable, ZoneId zone) {
        Envelope<EventData> event = countable.event();
        pace.counted(event.recordedTime());
        for (Posting posting : countable.postingsIn(zone)) {
            post(event, posting, zone);
        }
        if (countable.missingBefore() > 0) {
            post(event, CounterMapping.missingBefore(event, countable.missingBefore()), zone);
        }
    }

    private void post(Envelope<EventData> event, Posting posting, ZoneId zone) {
        String store = event.storeId();
        Instant recorded = event.recordedTime();
        RowNames.Names rows = names.of(store, LocalDate.ofInstant(posting.at(), zone));
        Counts counts = Counts.of(posting.amounts());
        List<Slice> slices = knownSlices.of(posting.slices());
        book.add(rows.day(), slices, counts, recorded);
        book.add(rows.month(), slices, counts, recorded);
        book.add(rows.year(), List.of(), counts, recorded);
        if (posting.movesLevels()) {
            book.add(rows.ever(), slices, Counts.of(posting.levels().amounts()), recorded);
        }
    }

    /** Whether anything was there to send. */
    private boolean send(long now) {
        int sent = book.send(ROWS_PER_TICK, (name, row) -> context.forward(new Record<>(name, row, now)));
        return sent > 0;
    }

    private void learnZone(String store, ZoneId zone) {
        zones.put(store, zone.getId());
        knownZones.put(store, zone);
    }

    private @Nullable ZoneId zoneOf(String store) {
        return knownZones.computeIfAbsent(store, _ -> {
            String stored = zones.get(store);
            return stored == null ? null : ZoneId.of(stored);
        });
    }
}
