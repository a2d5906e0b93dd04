package io.dianmai.contracts.deadline;

import io.dianmai.contracts.EventData;

/** What somebody did about a running deadline. Its subject is the deadline. */
public sealed interface DeadlineEvent extends EventData permits DeadlineSnoozed, DeadlineAcknowledged {}
