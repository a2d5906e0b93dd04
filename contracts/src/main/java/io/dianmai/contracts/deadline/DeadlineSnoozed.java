package io.dianmai.contracts.deadline;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;

/**
 * 稍后提醒: rungs that only tell people and would come before {@code until} come then, in order. The deadline itself, and what
 * acts when it lapses, stay where they are.
 *
 * @param aggregateId the follow-up plan, lead, repair order or complaint that it is about
 * @param dueAt of the clock that is snoozed: a clock that was set anew since is not
 * @param reason in words
 * @param by staff id or account of whoever asked for it
 */
@EventType("dianmai.deadline.snoozed.v1")
public record DeadlineSnoozed(
        DeadlineKind kind,
        String aggregateId,
        Instant dueAt,
        Instant until,
        @FreeText String reason,
        String by) implements DeadlineEvent {
    public DeadlineSnoozed {
        reason = Redaction.ofPresent(reason);
    }
}
