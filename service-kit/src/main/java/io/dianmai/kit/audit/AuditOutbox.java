package io.dianmai.kit.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.contracts.audit.AuditRecorded.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Entries that the audit log is not yet known to have, in this service's own store. Few at any time, for what is sent
 * leaves.
 *
 * <pre>{ _id, since, ended, entry: "…" }</pre>
 */
final class AuditOutbox {
    /** Longer than any request lasts: what has not ended by then was cut off. */
    static final Duration CUT_OFF = Duration.ofMinutes(15);

    /** Whoever has stored an entry sends it at once; what lies longer was left behind. */
    static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

    private static final String COLLECTION = "audit_outbox";
    private static final String SINCE = "since";
    private static final String ENDED = "ended";
    private static final String ENTRY = "entry";

    private final MongoTemplate mongo;
    private final AuditRelay relay;
    private final Clock clock;

    AuditOutbox(MongoTemplate mongo, AuditRelay relay, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.clock = clock;
    }

    /** Stores and sends. */
    void add(AuditRecorded entry) {
        documents().insertOne(document(entry, true));
        relay.send(entry, this);
    }

    /** Stores what has not ended. */
    void begin(AuditRecorded entry) {
        documents().insertOne(document(entry, false));
    }

    /** Stores how it ended, and sends. */
    void end(AuditRecorded entry) {
        documents().replaceOne(eq("_id", entry.entryId()), document(entry, true), new ReplaceOptions().upsert(true));
        relay.send(entry, this);
    }

    void remove(String entryId) {
        var _ = documents().deleteOne(eq("_id", entryId));
    }

    /** The oldest entries that nobody seems to be sending, those that were cut off as such. */
    List<AuditRecorded> leftBehind(int most) {
        Instant now = clock.instant();
        var left = or(
                and(eq(ENDED, true), lt(SINCE, Date.from(now.minus(LEFT_BEHIND)))),
                and(eq(ENDED, false), lt(SINCE, Date.from(now.minus(CUT_OFF)))));
        return documents()
                .find(left)
                .sort(new Document("_id", 1))
                .limit(most)
                .map(AuditOutbox::entry)
                .into(new ArrayList<>());
    }

    private Document document(AuditRecorded entry, boolean ended) {
        return new Document("_id", entry.entryId())
                .append(SINCE, Date.from(clock.instant()))
                .append(ENDED, ended)
                .append(ENTRY, EventJson.MAPPER.writeValueAsString(entry));
    }

    private static AuditRecorded entry(Document document) {
        AuditRecorded entry = EventJson.MAPPER.readValue(document.getString(ENTRY), AuditRecorded.class);
        return document.getBoolean(ENDED) ? entry : cutOff(entry);
    }

    private static AuditRecorded cutOff(AuditRecorded begun) {
        return new AuditRecorded(
                begun.entryId(),
                begun.at(),
                begun.service(),
                begun.kind(),
                begun.actor(),
                begun.objectType(),
                begun.objectId(),
                begun.storeId(),
                begun.address(),
                Outcome.UNKNOWN,
                begun.traceId(),
                begun.detail());
    }

    private MongoCollection<Document> documents() {
        return mongo.getCollection(COLLECTION);
    }
}
