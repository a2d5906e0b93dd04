package io.dianmai.followup.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * Where the open task shall move.
 *
 * @param reason for those who read the task later; no personal data
 */
record RescheduleRequest(
        @NotNull Instant dueAt, @NotBlank @Size(max = 500) String reason) {}
