package io.dianmai.kpi.reminder;

import static io.dianmai.kpi.reminder.ReminderFilter.FIRED_AT;
import static io.dianmai.kpi.reminder.ReminderFilter.ID;
import static io.dianmai.kpi.reminder.ReminderFilter.STORE;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.reminder.ReminderDigest;
import io.dianmai.contracts.reminder.ReminderFired;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The reminders that were fired and the digests that told of them, newest first. */
@Component
class ReminderList {
    private final MongoTemplate mongo;

    ReminderList(MongoTemplate mongo) {
        this.mongo = mongo;
        for (Class<?> kept : List.of(Reminder.class, Digest.class)) {
            mongo.indexOps(kept)
                    .createIndex(new Index().on(STORE, Sort.Direction.ASC).on(FIRED_AT, Sort.Direction.DESC));
        }
    }

    void add(Envelope<?> event, ReminderFired fired) {
        mongo.save(Reminder.of(event, fired));
    }

    void add(Envelope<?> event, ReminderDigest digest) {
        mongo.save(Digest.of(event, digest));
    }

    Optional<Reminder> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Reminder.class));
    }

    List<Reminder> find(Criteria scope, ReminderFilter filter, int limit) {
        return find(scope, filter, limit, Reminder.class);
    }

    List<Digest> findDigests(Criteria scope, ReminderFilter filter, int limit) {
        return find(scope, filter, limit, Digest.class);
    }

    private <T> List<T> find(Criteria scope, ReminderFilter filter, int limit, Class<T> type) {
        Query query = Query.query(filter.within(scope))
                .with(Sort.by(Sort.Direction.DESC, FIRED_AT, ID))
                .limit(limit);
        return mongo.find(query, type);
    }
}
