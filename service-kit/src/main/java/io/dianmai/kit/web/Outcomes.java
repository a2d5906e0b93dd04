package io.dianmai.kit.web;

import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Outcomes of commands as HTTP answers. */
public final class Outcomes {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private Outcomes() {}

    /**
     * The aggregate after the command.
     *
     * @throws ProblemException with the refusal's problem when it was refused, with 404 when there is nothing
     */
    public static <S> Stored<S> stored(Outcome<S> outcome) {
        return switch (outcome) {
            case Outcome.Done<S>(Stored<S> stored, boolean _) -> stored;
            case Outcome.Nothing<S>() -> throw ProblemException.notFound();
            case Outcome.Refused<S>(Refusal refusal) -> throw problem(refusal);
        };
    }

    /** The problem that a refusal is, for what ends a request before any command. */
    public static ProblemException problem(Refusal refusal) {
        return switch (refusal.kind()) {
            case NOT_FOUND -> problem(refusal, HttpStatus.NOT_FOUND);
            case CONFLICT -> problem(refusal, HttpStatus.CONFLICT);
            case INVALID -> problem(refusal, HttpStatus.UNPROCESSABLE_CONTENT);
            case STALE -> problem(refusal, HttpStatus.PRECONDITION_FAILED);
            case UNAVAILABLE -> ProblemException.unavailable(refusal.detail(), RETRY_AFTER);
        };
    }

    private static ProblemException problem(Refusal refusal, HttpStatus status) {
        return new ProblemException(ProblemType.of(refusal.code(), refusal.title(), status), refusal.detail());
    }
}
