package io.dianmai.gateway.identity.throttle;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong guesses just before; the next one is not even looked at for a while. */
public final class TooManyTries extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private static final ProblemType TYPE =
            ProblemType.of("too-many-tries", "Too many failed tries", HttpStatus.TOO_MANY_REQUESTS);

    private final Duration wait;

    public TooManyTries(Duration wait) {
        super("too many failed tries");
        this.wait = wait;
    }

    /** What the caller is told: to wait, in whole seconds, rounded up. */
    public ProblemException problem() {
        var problem = new ProblemException(TYPE, "Wait for the time in Retry-After, then try again.");
        problem.getHeaders()
                .set(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(wait.plusMillis(999).toSeconds()));
        return problem;
    }
}
