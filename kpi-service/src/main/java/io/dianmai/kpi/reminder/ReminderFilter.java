package io.dianmai.kpi.reminder;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * What to list. Nulls leave a condition out.
 *
 * @param boundTo the only person whose reminders the caller may see
 */
record ReminderFilter(
        @Nullable String store,
        @Nullable DeadlineKind kind,
        @Nullable String boundTo,
        @Nullable Instant since,
        @Nullable ReminderCursor after) {
    static final String STORE = "storeId";
    static final String FIRED_AT = "firedAt";
    static final String ID = "_id";

    /** Of reminders as of digests: what only one of them has is a condition of that one. */
    Criteria within(Criteria scope) {
        List<Criteria> conditions = new ArrayList<>(List.of(scope));
        if (store != null) {
            conditions.add(Criteria.where(STORE).is(store));
        }
        if (kind != null) {
            conditions.add(Criteria.where("kind").is(kind));
        }
        if (boundTo != null) {
            conditions.add(new Criteria()
                    .orOperator(
                            Criteria.where("ownerId").is(boundTo),
                            Criteria.where("recipients").is(boundTo)));
        }
        if (since != null) {
            conditions.add(Criteria.where(FIRED_AT).gte(since));
        }
        if (after != null) {
            conditions.add(older(after));
        }
        return new Criteria().andOperator(conditions);
    }

    private static Criteria older(ReminderCursor cursor) {
        return new Criteria()
                .orOperator(
                        Criteria.where(FIRED_AT).lt(cursor.firedAt()),
                        Criteria.where(FIRED_AT).is(cursor.firedAt()).and(ID).lt(cursor.id()));
    }
}
