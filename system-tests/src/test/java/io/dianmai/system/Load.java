package io.dianmai.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<List<Future<?>>> begun;
    private volatile int progress;

    private Load(TestGroup group, FactSender sender, Duration length, Duration neglect) {
        this.group = group;
        this.sender = sender;
        this.waves = Math.toIntExact(length.dividedBy(BETWEEN_WAVES));
        this.neglect = neglect;
        this.begun = lanes.submit(this::beginWaves);
    }

    /**
     * Begins.
     *
     * @param length how long new waves begin
     * @param neglect see {@link Stories}
     */
    static Load start(TestGroup group, FactSender sender, Duration length, Duration neglect) {
        return new Load(group, sender, length, neglect);
    }

    /** How much of it has begun, from 0 to 1. */
    double progress() {
        return (double) progress / waves;
    }

    /** Returns when every fact was accepted. */
    void awaitAccepted() throws InterruptedException, ExecutionException, TimeoutException {
        for (Future<?> wave : begun.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            wave.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        LOG.info("{} facts accepted, {} requests repeated", sender.accepted().size(), sender.repeats());
    }

    @Override
    public void close() {
        lanes.shutdownNow();
    }

    private List<Future<?>> beginWaves() throws InterruptedException {
        Instant begin = Instant.now();
        var running = new ArrayList<Future<?>>();
        for (int number = 0; number < waves; number++) {
            Instant due = begin.plus(BETWEEN_WAVES.multipliedBy(number));
            TimeUnit.NANOSECONDS.sleep(Duration.between(Instant.now(), due).toNanos());
            running.add(beginWave(number));
            progress = number + 1;
        }
        return running;
    }

    private Future<?> beginWave(int number) {
        TestStore store = group.stores().get(number % group.stores().size());
        List<List<Fact>> steps = Stories.of(store.storeId(), Instant.now(), number, neglect);
        return lanes.submit(() -> steps.forEach(step -> sender.send(store, step)));
    }
}
