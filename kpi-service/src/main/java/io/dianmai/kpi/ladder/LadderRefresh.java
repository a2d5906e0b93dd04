package io.dianmai.kpi.ladder;

import io.dianmai.kit.background.BackgroundLoop;
import java.time.Duration;

/** Looks for changed ladders as long as the service runs. */
final class LadderRefresh extends BackgroundLoop {
    private final StoredLadders ladders;
    private final Duration every;

    LadderRefresh(StoredLadders ladders, Duration every) {
        super("ladder-refresh", every, every);
        this.ladders = ladders;
        this.every = every;
    }

    @Override
    protected Duration step() {
        ladders.refresh();
        return every;
    }
}
