package io.dianmai.gateway.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Verdicts as HTTP answers. */
final class VerdictAnswers {
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private VerdictAnswers() {}

    /**
     * The answer's body.
     *
     * @param verdicts one per event, in the order of the request
     */
    record Verdicts(List<Entry> verdicts) {}

    /**
     * One verdict on the wire.
     *
     * @param status {@code accepted} or {@code refused}
     * @param repeated there and true when the event had been accepted before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Nullable String id,
            String status,
            @Nullable Boolean repeated,
            @Nullable ProblemDetail problem) {}

    /** Of a request with one event: the verdict, or the problem itself. */
    static ResponseEntity<?> of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> ResponseEntity.accepted().body(new Verdicts(List.of(entry(accepted))));
            case Verdict.Refused(String _, Rejection rejection) -> problem(rejection, RETRY_AFTER, List.of());
        };
    }

    /** Of a batch: 202 if any event was accepted; 503 if none was and some may be later; else 422. */
    static ResponseEntity<?> of(List<Verdict> verdicts) {
        var entries = verdicts.stream().map(VerdictAnswers::entry).toList();
        boolean passing = verdicts.stream().anyMatch(VerdictAnswers::passing);
        if (verdicts.isEmpty() || verdicts.stream().anyMatch(Verdict.Accepted.class::isInstance)) {
            var answer = ResponseEntity.accepted();
            if (passing) {
                answer.header(HttpHeaders.RETRY_AFTER, seconds(RETRY_AFTER));
            }
            return answer.body(new Verdicts(entries));
        }
        Rejection none = passing
                ? FactLog.unavailable()
                : Rejection.of(IngestProblem.NONE_ACCEPTED, "See verdicts for what is wrong with each event.");
        return problem(none, RETRY_AFTER, entries);
    }

    /** Of a request that was refused as a whole. */
    static ResponseEntity<?> of(RejectedRequest request) {
        return problem(request.rejection(), request.retryAfter(), List.of());
    }

    private static ResponseEntity<?> problem(Rejection rejection, Duration retryAfter, List<Entry> entries) {
        ProblemDetail problem = rejection.toProblemDetail();
        if (!entries.isEmpty()) {
            problem.setProperty("verdicts", entries);
        }
        var answer = ResponseEntity.status(rejection.problem().type().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (rejection.problem().passing()) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        }
        if (rejection.problem() == IngestProblem.BODY_TOO_SLOW) {
            answer.header(HttpHeaders.CONNECTION, "close");
        }
        return answer.body(problem);
    }

    private static Entry entry(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(String id, boolean repeated) ->
                new Entry(id, "accepted", repeated ? true : null, null);
            case Verdict.Refused(String id, Rejection rejection) ->
                new Entry(id, "refused", null, rejection.toProblemDetail());
        };
    }

    private static boolean passing(Verdict verdict) {
        return verdict instanceof Verdict.Refused(String _, Rejection rejection)
                && rejection.problem().passing();
    }

    private static String seconds(Duration retryAfter) {
        return Long.toString(retryAfter.toSeconds());
    }
}
