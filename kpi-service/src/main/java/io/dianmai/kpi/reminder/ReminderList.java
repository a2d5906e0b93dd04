package io.dianmai.kpi.reminder;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The reminders that were fired, newest first. */
@Component
class ReminderList {
    private static final String STORE = "storeId";
    private static final String FIRED_AT = "firedAt";
    private static final String ID = "_id";

    private final MongoTemplate mongo;

    ReminderList(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(Reminder.class)
                .createIndex(new Index().on(STORE, Sort.Direction.ASC).on(FIRED_AT, Sort.Direction.DESC));
    }

    /** What to list. Nulls leave a condition out. */
    record Filter(
            @Nullable String store,
            @Nullable DeadlineKind kind,
            @Nullable String ownerId,
            @Nullable Instant since,
            @Nullable ReminderCursor after) {}

    void add(Envelope<?> event, ReminderFired fired) {
        mongo.save(Reminder.of(event, fired));
    }

    List<Reminder> find(Criteria within, Filter filter, int limit) {
        List<Criteria> conditions = new ArrayList<>();
        conditions.add(within);
        if (filter.store() != null) {
            conditions.add(Criteria.where(STORE).is(filter.store()));
        }
        if (filter.kind() != null) {
            conditions.add(Criteria.where("kind").is(filter.kind()));
        }
        if (filter.ownerId() != null) {
            conditions.add(Criteria.where("ownerId").is(filter.ownerId()));
        }
        if (filter.since() != null) {
            conditions.add(Criteria.where(FIRED_AT).gte(filter.since()));
        }
        if (filter.after() != null) {
            conditions.add(older(filter.after()));
        }
        Query query = new Query(new Criteria().andOperator(conditions))
                .with(Sort.by(Sort.Direction.DESC, FIRED_AT, ID))
                .limit(limit);
        return mongo.find(query, Reminder.class);
    }

    private static Criteria older(ReminderCursor cursor) {
        return new Criteria()
                .orOperator(
                        Criteria.where(FIRED_AT).lt(cursor.firedAt()),
                        Criteria.where(FIRED_AT).is(cursor.firedAt()).and(ID).lt(cursor.id()));
    }
}
