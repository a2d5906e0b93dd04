package io.dianmai.gateway.ingest;

import io.dianmai.kit.problem.Violation;
import java.time.Duration;

/** A request that was refused as a whole: nothing of it was accepted. */
final class RejectedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;
    private final Duration retryAfter;

    RejectedRequest(IngestProblem problem, String detail, Violation... flaws) {
        this(Rejection.of(problem, detail, flaws), VerdictAnswers.RETRY_AFTER);
    }

    private RejectedRequest(Rejection rejection, Duration retryAfter) {
        super(rejection.problem().type().slug(), null, false, false);
        this.rejection = rejection;
        this.retryAfter = retryAfter;
    }

    /** A request of a client that has sent too many events. */
    static RejectedRequest limited(Duration retryAfter) {
        return new RejectedRequest(
                Rejection.of(
                        IngestProblem.RATE_LIMITED,
                        "You have sent more events than you may. Send this request again after "
                                + retryAfter.toSeconds() + " seconds, unchanged."),
                retryAfter);
    }

    Rejection rejection() {
        return rejection;
    }

    /** When to try again, if that is of any use. */
    Duration retryAfter() {
        return retryAfter;
    }
}
