package io.dianmai.kpi.clock;

import io.dianmai.contracts.deadline.DeadlineAcknowledged;
import io.dianmai.contracts.deadline.DeadlineEvent;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** What people do about deadlines: an aggregate for each deadline that somebody did something about. */
@Component
public class DeadlineDesk {
    private static final String COLLECTION = "deadline_desk";
    private static final String ID = "_id";

    private final Aggregates<DeskState, DeadlineEvent> desks;

    DeadlineDesk(AggregateStores stores) {
        desks = stores.of(COLLECTION, DeskState.class, (_, state, event, time) -> DeskState.after(state, event, time));
    }

    Outcome<DeskState> snooze(
            String deadlineId, Command command, Snoozing snoozing, Instant until, String reason, String by) {
        return desks.execute(deadlineId, command, desk -> snoozing.decide(desk, until, reason, by));
    }

    /**
     * Somebody has taken note of a reminder. The first who does is kept.
     *
     * @param reminderId of the event that fired it
     */
    public Outcome<DeskState> acknowledge(
            String deadlineId, Command command, DeadlineKind kind, String aggregateId, String reminderId, String by) {
        return desks.execute(
                deadlineId,
                command,
                desk -> desk != null && desk.noteOf(reminderId).isPresent()
                        ? Decision.accept(List.of())
                        : Decision.accept(new DeadlineAcknowledged(kind, aggregateId, reminderId, by)));
    }

    /** What was done about these deadlines, by id; nothing for those that nobody did anything about. */
    public Map<String, DeskState> of(Collection<String> deadlineIds) {
        Set<String> ids = Set.copyOf(deadlineIds);
        if (ids.isEmpty()) {
            return Map.of();
        }
        return desks.find(Criteria.where(ID).in(ids), Sort.by(ID), ids.size()).stream()
                .collect(Collectors.toMap(Stored::id, Stored::state));
    }
}
