package io.dianmai.bench.ingest;

import io.dianmai.bench.report.Latencies;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Posts over some connections, each as soon as it was answered and the next request is due. */
final class Load {
    private static final int ACCEPTED = 202;

    private final Supplier<byte[]> bodies;
    private final long between;
    private final Latencies latencies = new Latencies();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong next = new AtomicLong();
    private final AtomicReference<@Nullable IOException> broken = new AtomicReference<>();

    /**
     * What came of it.
     *
     * @param perSecond requests that were accepted
     * @param latencies from when a request was due until its answer was there
     */
    record Outcome(double perSecond, long accepted, long refused, Latencies latencies) {
        String text() {
            return "%,.0f requests/s; %s; refused %d".formatted(perSecond, latencies.text(), refused);
        }

        Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>(latencies.figures());
            figures.put("requestsPerSecond", Math.round(perSecond));
            figures.put("refused", refused);
            return figures;
        }
    }

    private Load(Supplier<byte[]> bodies, long betweenNanos) {
        this.bodies = bodies;
        this.between = betweenNanos;
    }

    /** As fast as the answers come. */
    static Load unbounded(Supplier<byte[]> bodies) {
        return new Load(bodies, 0);
    }

    /** By the clock, whether or not the requests before were answered: what waits is measured from when it was due. */
    static Load of(Supplier<byte[]> bodies, int perSecond) {
        return new Load(bodies, TimeUnit.SECONDS.toNanos(1) / perSecond);
    }

    Outcome run(List<Wire> wires, Duration span) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + span.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (Wire wire : wires) {
            threads.add(Thread.ofPlatform().start(() -> drive(wire, begin, end)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        IOException first = broken.get();
        if (first != null) {
            throw new IllegalStateException("a connection broke", first);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(accepted.get() / seconds, accepted.get(), refused.get(), latencies);
    }

    private void drive(Wire wire, long begin, long end) {
        try {
            for (long due = due(begin); due < end; due = due(begin)) {
                byte[] body = bodies.get();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                long from = between == 0 ? System.nanoTime() : due;
                int status = wire.post(body);
                latencies.add(System.nanoTime() - from);
                (status == ACCEPTED ? accepted : refused).incrementAndGet();
            }
        } catch (IOException ended) {
            broken.compareAndSet(null, ended);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private long due(long begin) {
        return between == 0 ? System.nanoTime() : begin + next.getAndIncrement() * between;
    }
}
