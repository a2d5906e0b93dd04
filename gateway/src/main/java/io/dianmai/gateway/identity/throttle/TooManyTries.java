package io.dianmai.gateway.identity.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords just before; the next one is not even looked at for a while. */
public final class TooManyTries extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("too many failed tries");
        this.wait = wait;
    }

    /** Whole seconds, rounded up. */
    long waitSeconds() {
        return wait.plusSeconds(1).toSeconds();
    }
}
