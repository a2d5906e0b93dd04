package io.dianmai.kit.handover;

import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Body of a request that hands over the work of somebody who leaves.
 *
 * @param to who takes over; when absent, the store's rule decides for each
 * @param reason for those who read it later; no personal data
 * @param time when it happened; now when absent
 */
public record HandoverRequest(
        @NotBlank @Size(max = 100) String storeId,
        @NotBlank @Size(max = 100) String from,
        @Nullable @Size(min = 1, max = 100) String to,
        @NotBlank @Size(max = 500) String reason,
        @Nullable Instant time) {

    private static final ProblemType TO_ONESELF =
            ProblemType.of("handover-to-oneself", "Nobody takes over from himself", HttpStatus.UNPROCESSABLE_CONTENT);

    /**
     * The handover that is asked for.
     *
     * @throws ProblemException when the same person is to leave and to take over
     */
    public Handover asked(Command command, Viewer viewer) {
        if (from.equals(to)) {
            throw new ProblemException(TO_ONESELF, "Name somebody else, or nobody: then the store's rule decides.");
        }
        return new Handover(
                command.id(),
                storeId,
                from,
                to,
                reason,
                viewer.subject(),
                command.time(),
                command.recordedTime(),
                command.traceParent(),
                List.of(),
                null);
    }
}
