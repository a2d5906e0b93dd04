package io.dianmai.kit.policy;

import io.dianmai.kit.background.BackgroundLoop;
import java.time.Duration;

/** Looks for changed policies as long as the service runs. */
final class PolicyRefresh extends BackgroundLoop {
    private final StoredPolicies policies;
    private final Duration every;

    PolicyRefresh(StoredPolicies policies, Duration every) {
        super("policy-refresh", every, every);
        this.policies = policies;
        this.every = every;
    }

    @Override
    protected Duration step() {
        policies.refresh();
        return every;
    }
}
