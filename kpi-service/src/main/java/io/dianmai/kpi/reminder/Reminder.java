package io.dianmai.kpi.reminder;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * 提醒: a rung that fired, as it is kept and listed.
 *
 * @param id of the deadline and the number of the rung among those fired for it: a repeat finds itself
 * @param ownerId whoever owns the customer, when the rung is for the owner
 */
@Document("reminders")
record Reminder(
        @Id String id,
        String storeId,
        String deadlineId,
        DeadlineKind kind,
        String aggregateId,
        int rung,
        long offsetMinutes,
        List<Role> audience,
        @Nullable String ownerId,
        RungAction action,
        Instant dueAt,
        Instant rungAt,
        Instant firedAt,
        boolean late) {

    static Reminder of(Envelope<?> event, ReminderFired fired) {
        return new Reminder(
                event.aggregateId() + ":" + event.sequence(),
                event.storeId(),
                event.aggregateId(),
                fired.kind(),
                fired.aggregateId(),
                fired.rung(),
                fired.offsetMinutes(),
                fired.audience(),
                fired.ownerId(),
                fired.action(),
                fired.dueAt(),
                fired.rungAt(),
                fired.firedAt(),
                fired.late());
    }
}
