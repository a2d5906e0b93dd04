package io.dianmai.gateway.ingest;

import io.dianmai.kit.problem.ProblemType;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Everything that can be wrong with what a store system sends. The set is closed: it also names the metric's tags. */
enum IngestProblem {
    MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is no valid JSON"),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "The body cannot be read"),
    UNSUPPORTED_CONTENT(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of a kind that is not taken here"),
    BODY_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT, "The body came too slowly"),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    TOO_MANY_EVENTS(HttpStatus.CONTENT_TOO_LARGE, "The batch has too many events"),
    INVALID_ENVELOPE(HttpStatus.UNPROCESSABLE_CONTENT, "The CloudEvent has invalid attributes"),
    UNKNOWN_TYPE(HttpStatus.UNPROCESSABLE_CONTENT, "The event type is not known"),
    TIME_OUT_OF_RANGE(HttpStatus.UNPROCESSABLE_CONTENT, "The event's time is out of range"),
    INVALID_DATA(HttpStatus.UNPROCESSABLE_CONTENT, "The event's data do not fit its type"),
    STORE_NOT_ALLOWED(HttpStatus.FORBIDDEN, "The caller may not speak for this store"),
    UNKNOWN_STORE(HttpStatus.UNPROCESSABLE_CONTENT, "The store is not registered"),
    EVENT_ID_REUSED(HttpStatus.CONFLICT, "The event id stands for something else"),
    NONE_ACCEPTED(HttpStatus.UNPROCESSABLE_CONTENT, "No event of the batch was accepted"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "The client has sent too many events"),
    INGEST_BUSY(HttpStatus.TOO_MANY_REQUESTS, "Too much is being sent at once"),
    BROKER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Events cannot be kept right now");

    private final HttpStatus status;
    private final String title;

    IngestProblem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    ProblemType type() {
        return ProblemType.of(name().toLowerCase(Locale.ROOT).replace('_', '-'), title, status);
    }

    /** Whether the same request may succeed later, unchanged. */
    boolean passing() {
        return this == RATE_LIMITED || this == INGEST_BUSY || this == BROKER_UNAVAILABLE;
    }
}
