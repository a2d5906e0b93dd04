package io.dianmai.followup.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That the contact need not be made.
 *
 * @param reason for those who read it later; no personal data
 */
record SkipRequest(@NotBlank @Size(max = 500) String reason) {}
