package io.dianmai.kit.reseal;

import io.dianmai.kit.background.BackgroundLoop;
import java.time.Duration;

/** Does the passes, at most one instance at one time, for as long as there is more than one master key. */
final class ResealWorker extends BackgroundLoop {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final Resealing resealing;
    private final ResealJob job;
    private final ResealSettings settings;
    private final boolean needed;

    ResealWorker(Resealing resealing, ResealJob job, ResealSettings settings, boolean needed) {
        super("reseal", LOOK_AGAIN, LOOK_AGAIN);
        this.resealing = resealing;
        this.job = job;
        this.settings = settings;
        this.needed = needed;
    }

    @Override
    public boolean isAutoStartup() {
        return needed;
    }

    @Override
    protected Duration step() throws InterruptedException {
        if (job.claim()) {
            long found = resealing.pass(this::goOn);
            if (found >= 0) {
                job.end(found);
            }
        }
        return LOOK_AGAIN;
    }

    private boolean goOn() throws InterruptedException {
        pause(settings.pause());
        return isRunning() && job.goOn();
    }
}
