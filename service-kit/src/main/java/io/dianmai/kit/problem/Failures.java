package io.dianmai.kit.problem;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;

/** Failures of our own: logged with a reference, and only the reference is told. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static ProblemDetail logged(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error("request failed, reference {}", reference, failure);
        ProblemDetail problem =
                Problems.of(ProblemType.INTERNAL, "This was not the caller's fault. Report it with the reference.");
        problem.setProperty("reference", reference);
        return problem;
    }
}
