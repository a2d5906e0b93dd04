package io.dianmai.kit.background;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What goes on beside all else for as long as a service runs: one step after the other, on a thread of its own. A step that
 * fails, most often because the store is away, is told in the log and tried again. At the end the step at hand is
 * finished; what it leaves is for whoever comes next.
 */
public abstract class BackgroundLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Duration first;
    private final Duration retry;
    private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);
    private volatile boolean running;
    private @Nullable Thread working;

    /**
     * @param name of the thread, and in the log
     * @param first the pause before the first step
     * @param retry the pause after a step that failed
     */
    protected BackgroundLoop(String name, Duration first, Duration retry) {
        this.name = name;
        this.first = first;
        this.retry = retry;
    }

    /** A part of the work. Returns how long to pause before the next one; zero goes on at once. */
    protected abstract Duration step() throws InterruptedException;

    /** There is something to do: the next step begins now, or right after the one at hand. */
    public final void wake() {
        boolean isNews = news.offer(true);
        log.debug("{}: woken{}", name, isNews ? "" : ", and was before");
    }

    /** Also within a step. Ends early when the loop is woken or stops. */
    protected final void pause(Duration time) throws InterruptedException {
        Boolean woken = news.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        log.trace("{}: {}", name, woken == null ? "paused" : "woken");
    }

    private void loop() {
        try {
            pause(first);
            while (running) {
                Duration pause = stepOrRetry();
                if (running) {
                    pause(pause);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration stepOrRetry() throws InterruptedException {
        try {
            return step();
        } catch (RuntimeException failed) {
            log.warn("{}: tried again in {}: {}", name, retry, failed.toString());
            return retry;
        }
    }

    @Override
    public final synchronized void start() {
        running = true;
        working = Thread.ofPlatform().name(name).start(this::loop);
    }

    @Override
    public final synchronized void stop() {
        running = false;
        Thread thread = working;
        if (thread == null) {
            return;
        }
        wake();
        try {
            if (!thread.join(STOP_PATIENCE)) {
                log.warn("{}: the step at hand takes too long, and is cut off", name);
                thread.interrupt();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        working = null;
    }

    /** Also for steps that could go on for long: whether they should. */
    @Override
    public final boolean isRunning() {
        return running;
    }
}
