package io.dianmai.kit.org;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.kit.calendar.BusinessCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The last published snapshot of every store, in this service's own database. Reads come from memory and are at most
 * {@link #FRESH_FOR} behind what another instance has heard.
 */
public final class StoreReplica {
    public static final Duration FRESH_FOR = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);

    /** Where a store is taken to be until the registry has told. */
    public static final ZoneId DEFAULT_ZONE = StoreCalendars.DEFAULT_ZONE;

    private static final String COLLECTION = "stores";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Map<String, Lookup> cache = new ConcurrentHashMap<>();

    private record Entry(StorePublished store, ZoneId zone, BusinessCalendar calendar) {}

    /** What the database said, also that it knows nothing; that is asked again sooner. */
    private record Lookup(Optional<Entry> entry, Instant readAt) {
        boolean freshAt(Instant now) {
            return readAt.plus(entry.isPresent() ? FRESH_FOR : UNKNOWN_FOR).isAfter(now);
        }
    }

    StoreReplica(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** The store as it was last published; empty while the registry has not been heard of it. */
    public Optional<StorePublished> find(String storeId) {
        return entry(storeId).map(Entry::store);
    }

    /** Every store heard of, in order of id. */
    public List<StorePublished> all() {
        return documents()
                .find()
                .sort(new Document("_id", 1))
                .map(StoreReplica::store)
                .into(new ArrayList<>());
    }

    /** The store's calendar; nine to six every day while the registry has not been heard. */
    public BusinessCalendar calendar(String storeId) {
        return entry(storeId).map(Entry::calendar).orElse(StoreCalendars.DEFAULT_CALENDAR);
    }

    /** The store's time zone. */
    public ZoneId zone(String storeId) {
        return entry(storeId).map(Entry::zone).orElse(DEFAULT_ZONE);
    }

    /** Somebody who works, or worked, at the store. */
    public Optional<StaffMember> staff(String storeId, String staffId) {
        return find(storeId).stream()
                .flatMap(store -> store.staff().stream())
                .filter(member -> member.staffId().equals(staffId))
                .findFirst();
    }

    void on(Envelope<?> event, StorePublished store) {
        var document = new Document("_id", store.storeId())
                .append("sequence", event.sequence())
                .append("snapshot", EventJson.MAPPER.writeValueAsString(store));
        try {
            documents()
                    .replaceOne(
                            and(eq("_id", store.storeId()), lt("sequence", event.sequence())),
                            document,
                            new ReplaceOptions().upsert(true));
        } catch (MongoWriteException failed) {
            // A later snapshot stands there already: this one is a repeat.
            if (failed.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failed;
            }
        }
        cache.remove(store.storeId());
    }

    private Optional<Entry> entry(String storeId) {
        Instant now = clock.instant();
        Lookup cached = cache.get(storeId);
        if (cached != null && cached.freshAt(now)) {
            return cached.entry();
        }
        Optional<Entry> entry = Optional.ofNullable(
                        documents().find(eq("_id", storeId)).first())
                .map(StoreReplica::store)
                .map(store -> new Entry(store, StoreCalendars.zoneOf(store), StoreCalendars.calendarOf(store)));
        cache.put(storeId, new Lookup(entry, now));
        return entry;
    }

    private static StorePublished store(Document document) {
        return EventJson.MAPPER.readValue(document.getString("snapshot"), StorePublished.class);
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
