package io.dianmai.kit.reseal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does the passes, at most one instance at one time, for as long as there is more than one master key. */
final class ResealWorker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ResealWorker.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Resealing resealing;
    private final ResealJob job;
    private final ResealSettings settings;
    private final boolean needed;
    private CountDownLatch ended = new CountDownLatch(0);
    private @Nullable Thread working;

    ResealWorker(Resealing resealing, ResealJob job, ResealSettings settings, boolean needed) {
        this.resealing = resealing;
        this.job = job;
        this.settings = settings;
        this.needed = needed;
    }

    @Override
    public void start() {
        ended = new CountDownLatch(1);
        if (needed) {
            working = Thread.ofPlatform().name("reseal").daemon().start(() -> loop(ended));
        }
    }

    private void loop(CountDownLatch end) {
        try {
            while (!end.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                lookOnce(end);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce(CountDownLatch end) throws InterruptedException {
        try {
            if (job.claim()) {
                long found = resealing.pass(
                        () -> !end.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS) && job.goOn());
                if (found >= 0) {
                    job.end(found);
                }
            }
        } catch (RuntimeException storeAway) {
            log.warn("old seals wait: {}", storeAway.toString());
        }
    }

    @Override
    public void stop() {
        ended.countDown();
        Thread thread = working;
        if (thread != null) {
            try {
                thread.join(STOP_PATIENCE);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return ended.getCount() > 0;
    }
}
