package io.dianmai.kpi.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * @param eventId of the event that fired it; absent in what older versions kept
 * @param recipients staff ids of those at the store who heard of it; absent in what older versions fired
 * @param ownerId whoever owns the customer, when the rung is for the owner
 * @param digestId the digest that told people of it together with others; absent when they heard of it by itself
 */
@Document("reminders")
record Reminder(
        @Id String id,
        @JsonIgnore @Nullable String eventId,
        String storeId,
        String deadlineId,
        DeadlineKind kind,
        String aggregateId,
        int rung,
        long offsetMinutes,
        List<Role> audience,
        @Nullable List<String> recipients,
        @Nullable String ownerId,
        RungAction action,
        Instant dueAt,
        Instant rungAt,
        Instant firedAt,
        boolean late,
        @Nullable String digestId) {

    static Reminder of(Envelope<?> event, ReminderFired fired) {
        return new Reminder(
                event.aggregateId() + ":" + event.sequence(),
                event.id(),
                event.storeId(),
                event.aggregateId(),
                fired.kind(),
                fired.aggregateId(),
                fired.rung(),
                fired.offsetMinutes(),
                fired.audience(),
                fired.recipients(),
                fired.ownerId(),
                fired.action(),
                fired.dueAt(),
                fired.rungAt(),
                fired.firedAt(),
                fired.late(),
                fired.digestId());
    }

    /** What others call it. */
    String reminderId() {
        return eventId == null ? id : eventId;
    }

    /** Whether it was for this person. */
    boolean concerns(@Nullable String staffId) {
        return staffId != null && (staffId.equals(ownerId) || (recipients != null && recipients.contains(staffId)));
    }
}
