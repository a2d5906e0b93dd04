package io.dianmai.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open-loop load: waves of {@link Stories} begin by the clock, whether or not earlier ones were answered, in turn at all
 * stores of a group. About 150 facts a second.
 */
final class Load implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Load.class);
    private static final Duration BETWEEN_WAVES = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestGroup group;
    private final FactSender sender;
    private final int waves;
    private final Duration neglect;
    private final AtomicInteger begun = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();

    private Load(TestGroup group, FactSender sender, Duration length, Duration neglect) {
        this.group = group;
        this.sender = sender;
        this.waves = Math.toIntExact(length.dividedBy(BETWEEN_WAVES));
        this.neglect = neglect;
    }

    /**
     * Begins.
     *
     * @param length how long new waves begin
     * @param neglect see {@link Stories}
     */
    static Load start(TestGroup group, FactSender sender, Duration length, Duration neglect) {
        var load = new Load(group, sender, length, neglect);
        load.clock.scheduleAtFixedRate(load::beginWave, 0, BETWEEN_WAVES.toMillis(), TimeUnit.MILLISECONDS);
        return load;
    }

    /** How much of it has begun, from 0 to 1. */
    double progress() {
        return (double) begun.get() / waves;
    }

    /** Returns when every fact was accepted. */
    void awaitAccepted() throws InterruptedException, ExecutionException {
        if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the load did not end");
        }
        for (Future<?> wave : List.copyOf(running)) {
            wave.get();
        }
        LOG.info("{} facts accepted, {} requests repeated", sender.accepted().size(), sender.repeats());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        lanes.shutdownNow();
    }

    private void beginWave() {
        int number = begun.getAndIncrement();
        if (number >= waves) {
            clock.shutdown();
            return;
        }
        TestStore store = group.stores().get(number % group.stores().size());
        List<List<Fact>> steps = Stories.of(store.storeId(), Instant.now(), number, neglect);
        running.add(lanes.submit(() -> steps.forEach(step -> sender.send(store, step))));
    }
}
