package io.dianmai.kit.policy.web;

import io.dianmai.kit.policy.Holding;
import io.dianmai.kit.policy.PolicyDesk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is shown.
 *
 * @param from absent for what ships
 * @param until another one, or none, holds from then on; absent for no end
 * @param policy as it can be changed and sent by {@code PUT}
 */
record PolicyView(
        String kind,
        String scope,
        @Nullable Instant from,
        @Nullable Instant until,
        Object policy) {
    static PolicyView of(Holding holding, PolicyDesk desk) {
        return new PolicyView(
                holding.key().kind(),
                holding.key().scope().text(),
                holding.from(),
                holding.until(),
                desk.written(holding.policy()));
    }
}
