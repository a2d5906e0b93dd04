package io.dianmai.followup.day;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What advisors have done in a day, counted from the same events and by the same rule as the counters of kpi-service: under the
 * advisor that the event names, on the day of the event at the store; a task is due once it is done, or before that when it
 * lapses. The ids of the events are kept, so that none counts twice.
 */
@Component
public class Tallies {
    private static final String COLLECTION = "day_tallies";
    private static final String ID = "_id";
    private static final String DONE = "done";
    private static final String DUE = "due";
    private static final String ON_TIME = "onTime";
    private static final String UNTIL = "until";
    /** Long enough for whatever is told late; nobody asks for older days here. */
    private static final Duration KEPT = Duration.ofDays(40);

    private final MongoTemplate mongo;
    private final StoreReplica stores;
    private final Clock clock;

    Tallies(MongoTemplate mongo, StoreReplica stores, Clock clock) {
        this.mongo = mongo;
        this.stores = stores;
        this.clock = clock;
        mongo.indexOps(COLLECTION).createIndex(new Index(UNTIL, Sort.Direction.ASC));
    }

    /** A task was done. One that had lapsed was due already then. */
    public void count(Envelope<?> event, FollowUpDone done) {
        List<String> counters = new ArrayList<>(List.of(DONE));
        if (!done.wasOverdue()) {
            counters.add(DUE);
        }
        if (done.onTime()) {
            counters.add(ON_TIME);
        }
        count(event, done.dimensions(), counters);
    }

    /** A task lapsed. */
    public void count(Envelope<?> event, FollowUpOverdue overdue) {
        count(event, overdue.dimensions(), List.of(DUE));
    }

    /** The day of each of these advisors at a store; of one who has done nothing yet, zeros. */
    Map<String, Tally> of(String storeId, Collection<String> advisorIds, Instant now) {
        LocalDate today = day(storeId, now);
        Map<String, Tally> tallies = new HashMap<>();
        Map<String, String> advisors = new HashMap<>();
        advisorIds.forEach(advisor -> {
            tallies.put(advisor, Tally.NONE);
            advisors.put(id(storeId, advisor, today), advisor);
        });
        for (Document tally : documents().find(Filters.in(ID, advisors.keySet()))) {
            tallies.put(advisors.get(tally.getString(ID)), read(tally));
        }
        return tallies;
    }

    @Scheduled(fixedDelayString = "PT6H")
    void forget() {
        documents().deleteMany(Filters.lt(UNTIL, Date.from(clock.instant())));
    }

    private void count(Envelope<?> event, LeadDimensions dimensions, List<String> counters) {
        String advisor = dimensions.advisorId();
        if (advisor == null) {
            return;
        }
        List<Bson> changes = new ArrayList<>();
        counters.forEach(counter -> changes.add(Updates.addToSet(counter, event.id())));
        changes.add(Updates.set(UNTIL, Date.from(event.time().plus(KEPT))));
        String id = id(event.storeId(), advisor, day(event.storeId(), event.time()));
        documents().updateOne(Filters.eq(ID, id), Updates.combine(changes), new UpdateOptions().upsert(true));
    }

    private LocalDate day(String storeId, Instant instant) {
        return LocalDate.ofInstant(instant, stores.zone(storeId));
    }

    private static String id(String storeId, String advisorId, LocalDate day) {
        return storeId + '|' + advisorId + '|' + day;
    }

    private static Tally read(Document tally) {
        return new Tally(size(tally, DONE), size(tally, DUE), size(tally, ON_TIME));
    }

    private static int size(Document tally, String counter) {
        return tally.getList(counter, String.class, List.of()).size();
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
