package io.dianmai.contracts.reminder;

import io.dianmai.contracts.EventData;

/** What the deadline engine says. */
public sealed interface ReminderEvent extends EventData permits ReminderFired, ReminderDigest {}
