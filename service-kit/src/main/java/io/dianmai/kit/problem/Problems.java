package io.dianmai.kit.problem;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Builds problem details. */
final class Problems {
    static final String INVALID_DETAIL = "See errors for what is wrong and where.";
    /** How soon a caller should come back while the store or the broker is away. */
    static final String RETRY_SECONDS = "5";

    private Problems() {}

    static ProblemDetail of(ProblemType type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
        problem.setType(type.uri());
        problem.setTitle(type.title());
        return problem;
    }

    static ProblemDetail invalid(List<Violation> violations) {
        ProblemDetail problem = of(ProblemType.INVALID, INVALID_DETAIL);
        problem.setProperty("errors", violations);
        return problem;
    }

    static ProblemDetail unavailable() {
        return of(ProblemType.UNAVAILABLE, "Nothing was changed. Try again after the time in Retry-After.");
    }

    /** For a status that nobody has explained. */
    static ProblemDetail ofStatus(int code) {
        HttpStatus status = Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        return of(ProblemType.ofStatus(status), detailOf(status));
    }

    private static String detailOf(HttpStatus status) {
        return switch (status.value()) {
            case 401 -> "Send a valid access token as bearer token.";
            case 403 -> "The caller's roles do not allow this.";
            case 404 -> "Nothing is known by this address.";
            case 405 -> "The address is known, but not with this method; see Allow.";
            case 406 -> "No offered media type is acceptable; see Accept.";
            case 408 -> "The body did not come in time. Send it again over a better line.";
            case 413 -> "Send less at once.";
            case 415 -> "The body's media type is not understood; see Accept.";
            case 503 -> "Try again in a few seconds.";
            default ->
                status.is5xxServerError() ? "This was not the caller's fault." : "The request could not be understood.";
        };
    }
}
