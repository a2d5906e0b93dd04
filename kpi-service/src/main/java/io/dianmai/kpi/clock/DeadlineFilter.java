package io.dianmai.kpi.clock;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.clock.DeadlineView.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which deadlines are asked for. Nulls leave a condition out; without a state it is those that run.
 *
 * @param boundTo the only owner whose deadlines the caller may see
 */
record DeadlineFilter(
        @Nullable DeadlineKind kind,
        @Nullable String ownerId,
        @Nullable String boundTo,
        @Nullable State state,
        @Nullable Instant dueBefore) {

    Criteria within(Criteria scope) {
        List<Criteria> conditions = new ArrayList<>(List.of(scope));
        conditions.add(Criteria.where(ClockDocuments.RUNNING).is(state != State.CLEARED));
        if (kind != null) {
            conditions.add(Criteria.where(ClockDocuments.KIND).is(kind.name()));
        }
        if (ownerId != null) {
            conditions.add(Criteria.where(ClockDocuments.OWNER).is(ownerId));
        }
        if (boundTo != null) {
            conditions.add(Criteria.where(ClockDocuments.OWNER).is(boundTo));
        }
        if (dueBefore != null) {
            conditions.add(Criteria.where(ClockDocuments.DUE_AT).lt(dueBefore));
        }
        return new Criteria().andOperator(conditions);
    }
}
