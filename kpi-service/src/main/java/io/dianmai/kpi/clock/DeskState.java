package io.dianmai.kpi.clock;

import io.dianmai.contracts.deadline.DeadlineAcknowledged;
import io.dianmai.contracts.deadline.DeadlineEvent;
import io.dianmai.contracts.deadline.DeadlineSnoozed;
import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people have done about one deadline.
 *
 * @param aggregateId what it is about
 * @param snooze the last one
 * @param notes who has taken note of which reminder, the last of them
 */
public record DeskState(
        DeadlineKind kind, String aggregateId, @Nullable Snooze snooze, List<Note> notes) {
    /** More than a ladder has rungs. */
    private static final int MOST_NOTES = 100;

    public DeskState {
        notes = List.copyOf(notes);
    }

    /**
     * 稍后提醒.
     *
     * @param dueAt of the clock that it holds for; set anew, it is not snoozed
     * @param firstAt when that clock was first snoozed: the limit counts from then
     */
    public record Snooze(Instant dueAt, Instant firstAt, Instant until, String reason, String by) {}

    /** 知悉. */
    public record Note(String reminderId, String by, Instant at) {}

    static DeskState after(@Nullable DeskState before, DeadlineEvent event, Instant time) {
        return switch (event) {
            case DeadlineSnoozed snoozed -> {
                DeskState state = orNew(before, snoozed.kind(), snoozed.aggregateId());
                yield new DeskState(state.kind(), state.aggregateId(), state.snoozed(snoozed, time), state.notes());
            }
            case DeadlineAcknowledged note -> {
                DeskState state = orNew(before, note.kind(), note.aggregateId());
                yield state.noted(new Note(note.reminderId(), note.by(), time));
            }
        };
    }

    private static DeskState orNew(@Nullable DeskState before, DeadlineKind kind, String aggregateId) {
        return before == null ? new DeskState(kind, aggregateId, null, List.of()) : before;
    }

    private Snooze snoozed(DeadlineSnoozed event, Instant time) {
        Instant firstAt = snoozeOf(event.dueAt()).map(Snooze::firstAt).orElse(time);
        return new Snooze(event.dueAt(), firstAt, event.until(), event.reason(), event.by());
    }

    private DeskState noted(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new DeskState(
                kind, aggregateId, snooze, more.subList(Math.max(0, more.size() - MOST_NOTES), more.size()));
    }

    /** The snooze of the clock that is due then. */
    public Optional<Snooze> snoozeOf(Instant dueAt) {
        return Optional.ofNullable(snooze).filter(last -> last.dueAt().equals(dueAt));
    }

    /** Who has taken note of a reminder. */
    public Optional<Note> noteOf(String reminderId) {
        return notes.stream()
                .filter(note -> note.reminderId().equals(reminderId))
                .findFirst();
    }
}
