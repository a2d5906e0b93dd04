package io.dianmai.gateway.identity.throttle;

import java.time.Clock;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Throttles for tests of what they slow down; nobody hears of their lock-outs. */
public final class Throttles {
    private Throttles() {}

    public static SignInThrottle on(MongoTemplate mongo, Clock clock) {
        return new SignInThrottle(mongo, event -> {}, clock);
    }
}
