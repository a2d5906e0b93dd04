package io.dianmai.contracts.deadline;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.reminder.DeadlineKind;

/**
 * 知悉: somebody has taken note of a rung that fired. The clock runs on.
 *
 * @param aggregateId the follow-up plan, lead, repair order or complaint that it is about
 * @param reminderId id of the event {@code dianmai.reminder.fired.v1}
 * @param by staff id or account of whoever took note
 */
@EventType("dianmai.deadline.acknowledged.v1")
public record DeadlineAcknowledged(DeadlineKind kind, String aggregateId, String reminderId, String by)
        implements DeadlineEvent {}
