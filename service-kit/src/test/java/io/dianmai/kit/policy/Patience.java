package io.dianmai.kit.policy;

import io.dianmai.kit.problem.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy to try things with. */
public record Patience(
        int days,
        Duration pause,
        Map<String, Integer> byChannel,
        @Nullable String note) {
    static final Patience SHIPPED = new Patience(30, Duration.ofHours(2), Map.of("WEB", 1), null);

    /** At least one day. */
    public static final PolicyKind<Patience> KIND = new PolicyKind<>(
            "patience",
            Patience.class,
            SHIPPED,
            policy -> policy.days() > 0 ? List.of() : List.of(new Violation("/days", "Must be positive.")));

    static Patience of(int days) {
        return new Patience(days, SHIPPED.pause(), SHIPPED.byChannel(), null);
    }
}
