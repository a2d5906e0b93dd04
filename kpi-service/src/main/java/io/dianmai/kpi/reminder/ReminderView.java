package io.dianmai.kpi.reminder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dianmai.kpi.clock.DeskState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as it is shown: what fired, and what people have done about it.
 *
 * @param acknowledgedBy staff id or account of whoever took note first; absent while nobody has
 * @param snoozedUntil the further reminders of this deadline are put off until then; absent when they are not
 */
record ReminderView(
        @JsonUnwrapped Reminder reminder,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant snoozedUntil) {

    static ReminderView of(Reminder reminder, @Nullable DeskState desk) {
        if (desk == null) {
            return new ReminderView(reminder, null, null, null);
        }
        DeskState.Note note = desk.noteOf(reminder.reminderId()).orElse(null);
        return new ReminderView(
                reminder,
                note == null ? null : note.by(),
                note == null ? null : note.at(),
                desk.snoozeOf(reminder.dueAt()).map(DeskState.Snooze::until).orElse(null));
    }
}
