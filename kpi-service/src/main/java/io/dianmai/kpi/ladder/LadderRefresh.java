package io.dianmai.kpi.ladder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Looks for changed ladders as long as the service runs. */
final class LadderRefresh implements SmartLifecycle {
    private final StoredLadders ladders;
    private final Duration every;
    private volatile @Nullable Thread thread;

    LadderRefresh(StoredLadders ladders, Duration every) {
        this.ladders = ladders;
        this.every = every;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(every);
                ladders.refresh();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("ladder-refresh").start(this::run);
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
