package io.dianmai.kit.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Looks for changed policies as long as the service runs. */
final class PolicyRefresh implements SmartLifecycle {
    private final StoredPolicies policies;
    private final Duration every;
    private volatile @Nullable Thread thread;

    PolicyRefresh(StoredPolicies policies, Duration every) {
        this.policies = policies;
        this.every = every;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(every);
                policies.refresh();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("policy-refresh").start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
