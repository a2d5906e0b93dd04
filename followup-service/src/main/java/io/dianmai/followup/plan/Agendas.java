package io.dianmai.followup.plan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * 跟进清单: which leads an advisor may have a task of, found by exact ids. A lead is put down before its plan says that it is the
 * advisor's, so no task is ever missing; what is put down and is not the advisor's is passed over when plans are read, and struck
 * out once it is old enough that nobody can be about to make it true.
 *
 * <p>A few documents for each advisor, so that none grows large. What was put down lately is remembered in memory, to spare
 * a write: it cannot have been struck out yet.
 */
final class Agendas {
    static final String COLLECTION = "follow_up_agendas";
    /** Longer than any command takes, also on a machine that was stopped meanwhile. */
    static final Duration SETTLED = Duration.ofHours(2);

    private static final int PARTS = 16;
    private static final int REMEMBERED = 20_000;
    private static final String ID = "_id";
    private static final String LEADS = "leads";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Map<String, Instant> lately = Collections.synchronizedMap(new Lately());

    Agendas(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** The lead is about to be this advisor's. */
    void put(String advisorId, String leadId) {
        Instant now = clock.instant();
        String key = advisorId + '|' + leadId;
        Instant before = lately.get(key);
        if (before != null && before.plus(SETTLED.dividedBy(2)).isAfter(now)) {
            return;
        }
        documents()
                .updateOne(
                        eq(ID, part(advisorId, leadId)),
                        Updates.set(field(leadId), Date.from(now)),
                        new UpdateOptions().upsert(true));
        lately.put(key, now);
    }

    /** The lead is no longer this advisor's, unless it has just been put down again. */
    void strike(String advisorId, String leadId) {
        Date settled = Date.from(clock.instant().minus(SETTLED));
        documents()
                .updateOne(
                        and(eq(ID, part(advisorId, leadId)), lt(field(leadId), settled)), Updates.unset(field(leadId)));
    }

    /** The leads that these advisors may have a task of. */
    Set<String> leadsOf(Collection<String> advisorIds) {
        List<String> parts = advisorIds.stream()
                .flatMap(advisor -> IntStream.range(0, PARTS).mapToObj(part -> advisor + '|' + part))
                .toList();
        Set<String> leads = new HashSet<>();
        documents()
                .find(in(ID, parts))
                .forEach(part -> leads.addAll(part.get(LEADS, new Document()).keySet()));
        return leads;
    }

    private static String part(String advisorId, String leadId) {
        return advisorId + '|' + Math.floorMod(leadId.hashCode(), PARTS);
    }

    private static String field(String leadId) {
        return LEADS + '.' + leadId;
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }

    private static final class Lately extends LinkedHashMap<String, Instant> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    }
}
