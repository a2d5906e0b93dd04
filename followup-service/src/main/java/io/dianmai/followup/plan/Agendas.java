package io.dianmai.followup.plan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.bson.conversions.Bson;
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
    private final Map<Line, Instant> lately = Collections.synchronizedMap(new Lately());

    Agendas(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** The lead is about to be this advisor's. */
    void put(String advisorId, String leadId) {
        putAll(List.of(new Line(advisorId, leadId)));
    }

    /** A lead, and whose it is about to be. */
    record Line(String advisorId, String leadId) {
        private String part() {
            return advisorId + '|' + Math.floorMod(leadId.hashCode(), PARTS);
        }

        private String field() {
            return LEADS + '.' + leadId;
        }
    }

    /** As {@link #put} for many by one write. */
    void putAll(Collection<Line> entries) {
        Instant now = clock.instant();
        List<Line> news = entries.stream()
                .distinct()
                .filter(entry -> !isPutDown(entry, now))
                .toList();
        if (news.isEmpty()) {
            return;
        }
        Map<String, List<Bson>> parts = new LinkedHashMap<>();
        news.forEach(entry -> parts.computeIfAbsent(entry.part(), _ -> new ArrayList<>())
                .add(Updates.set(entry.field(), Date.from(now))));
        documents().bulkWrite(parts.entrySet().stream().map(Agendas::upsert).toList());
        news.forEach(entry -> lately.put(entry, now));
    }

    private static UpdateOneModel<Document> upsert(Map.Entry<String, List<Bson>> part) {
        return new UpdateOneModel<>(
                eq(ID, part.getKey()), Updates.combine(part.getValue()), new UpdateOptions().upsert(true));
    }

    private boolean isPutDown(Line entry, Instant now) {
        Instant before = lately.get(entry);
        return before != null && before.plus(SETTLED.dividedBy(2)).isAfter(now);
    }

    /** The lead is no longer this advisor's, unless it has just been put down again. */
    void strike(String advisorId, String leadId) {
        var entry = new Line(advisorId, leadId);
        Date settled = Date.from(clock.instant().minus(SETTLED));
        documents().updateOne(and(eq(ID, entry.part()), lt(entry.field(), settled)), Updates.unset(entry.field()));
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

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }

    private static final class Lately extends LinkedHashMap<Line, Instant> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Line, Instant> eldest) {
            return size() > REMEMBERED;
        }
    }
}
