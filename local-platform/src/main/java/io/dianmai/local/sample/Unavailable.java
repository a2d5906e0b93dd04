package io.dianmai.local.sample;

import java.time.Duration;

/** The platform is away or too busy: the same request may well succeed later. */
final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    Unavailable(String why, Duration retryAfter) {
        super(why);
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
