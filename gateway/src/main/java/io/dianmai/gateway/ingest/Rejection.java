package io.dianmai.gateway.ingest;

import io.dianmai.kit.problem.Violation;
import java.util.List;
import org.springframework.http.ProblemDetail;

/**
 * Why an event, or a whole request, was not accepted.
 *
 * @param detail one sentence: what was wrong and what to do
 * @param flaws where it was wrong, if it can be located; pointers lead into the body, attributes of binary mode are
 *     named as if they stood in it
 */
record Rejection(IngestProblem problem, String detail, List<Violation> flaws) {
    Rejection {
        flaws = List.copyOf(flaws);
    }

    static Rejection of(IngestProblem problem, String detail, Violation... flaws) {
        return new Rejection(problem, detail, List.of(flaws));
    }

    ProblemDetail toProblemDetail() {
        var type = problem.type();
        ProblemDetail body = ProblemDetail.forStatusAndDetail(type.status(), detail);
        body.setType(type.uri());
        body.setTitle(type.title());
        if (!flaws.isEmpty()) {
            body.setProperty("errors", flaws);
        }
        return body;
    }
}
