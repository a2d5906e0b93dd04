package io.dianmai.kit.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;

/** Ends a request with a problem. For the web edge only: inside, a refusal is a value. */
public final class ProblemException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    /**
     * A problem that says more than its detail.
     *
     * @param properties extension members of the problem, written as JSON
     */
    public ProblemException(ProblemType type, String detail, Map<String, ?> properties) {
        super(type.status(), problem(type, detail, properties), null);
    }

    private ProblemException(ProblemDetail problem) {
        super(HttpStatusCode.valueOf(problem.getStatus()), problem, null);
    }

    /** Values of a body that are not acceptable; each violation says where. */
    public static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(ProblemType.INVALID, Problems.INVALID_DETAIL, Map.of("errors", violations));
    }

    /** JSON that a controller reads by itself and that is not what is needed; pointers lead into that JSON. */
    public static ProblemException unreadable(JacksonException cause) {
        return new ProblemException(UnreadableBody.explain(cause));
    }

    /** An object that is not there, or is not for this caller to know of. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Nothing is known by this address.");
    }

    /** Something that is expected back soon: answered with {@code Retry-After}. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        ProblemException problem = new ProblemException(ProblemType.UNAVAILABLE, detail);
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        return problem;
    }

    private static ProblemDetail problem(ProblemType type, String detail, Map<String, ?> properties) {
        ProblemDetail problem = Problems.of(type, detail);
        properties.forEach(problem::setProperty);
        return problem;
    }
}
