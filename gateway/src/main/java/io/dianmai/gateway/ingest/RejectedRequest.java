package io.dianmai.gateway.ingest;

import io.dianmai.kit.problem.Violation;

/** A request that was refused as a whole: nothing of it was accepted. */
final class RejectedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RejectedRequest(IngestProblem problem, String detail, Violation... flaws) {
        super(problem.type().slug(), null, false, false);
        rejection = Rejection.of(problem, detail, flaws);
    }

    Rejection rejection() {
        return rejection;
    }
}
