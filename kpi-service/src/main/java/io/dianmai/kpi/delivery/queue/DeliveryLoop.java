package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.DeliverySettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs what deliveries need while the service runs. */
@Component
class DeliveryLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration LEVELS_EACH = Duration.ofSeconds(10);
    private static final Duration SWEEP_EACH = Duration.ofHours(1);

    private final Dispatcher dispatcher;
    private final Levels levels;
    private final Retention retention;
    private final Duration tick;
    private final List<Future<?>> tasks = new CopyOnWriteArrayList<>();
    private volatile @Nullable ScheduledExecutorService timer;

    DeliveryLoop(Dispatcher dispatcher, Levels levels, Retention retention, DeliverySettings settings) {
        this.dispatcher = dispatcher;
        this.levels = levels;
        this.retention = retention;
        tick = settings.tick();
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("delivery-loop-", 0).factory());
        each(started, tick, "deliveries", dispatcher::dispatch);
        each(started, LEVELS_EACH, "levels of deliveries", levels::measure);
        each(started, SWEEP_EACH, "old deliveries", retention::sweep);
        timer = started;
    }

    private void each(ScheduledExecutorService timer, Duration pause, String what, Runnable task) {
        Runnable goingOn = () -> {
            try {
                task.run();
            } catch (RuntimeException failed) {
                // Most often the store is away: a task that throws would never be run again.
                LOG.warn("{}: tried again in {}: {}", what, pause, failed.toString());
            }
        };
        tasks.add(timer.scheduleWithFixedDelay(goingOn, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) {
            tasks.forEach(task -> task.cancel(false));
            tasks.clear();
            running.shutdown();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
