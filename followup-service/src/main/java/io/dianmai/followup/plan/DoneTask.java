package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.TaskPurpose;
import java.time.Instant;

/** A task that an effective contact closed. */
public record DoneTask(String taskId, TaskPurpose purpose, Instant dueAt, Instant doneAt, boolean onTime) {}
