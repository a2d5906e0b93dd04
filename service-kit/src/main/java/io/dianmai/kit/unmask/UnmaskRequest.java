package io.dianmai.kit.unmask;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Body of a request to see what is masked everywhere else.
 *
 * @param reason what it is needed for; it is kept in the audit log
 */
public record UnmaskRequest(
        @NotBlank @Size(min = 2, max = 200) String reason) {}
