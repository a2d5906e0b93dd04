package io.dianmai.bench.recovery;

import io.dianmai.bench.platform.GroupLag;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.local.Platform;
import io.dianmai.local.Service;
import io.dianmai.local.process.Readiness;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Restarts of kpi-service, while a day of new events waits for it. */
final class Restarts {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration GOODBYE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Platform platform;
    private final GroupLag lag;
    private final SparseHistory history;

    Restarts(Machinery machinery, GroupLag lag, SparseHistory history) {
        this.platform = machinery.platform();
        this.lag = lag;
        this.history = history;
    }

    /**
     * Both from the moment at which the old process was gone.
     *
     * @param ready until it called itself ready
     * @param caughtUp until the events that had come meanwhile were counted
     */
    record Times(Duration ready, Duration caughtUp) {
        String text() {
            return "ready after %.1f s, caught up after %.1f s".formatted(seconds(ready), seconds(caughtUp));
        }

        Map<String, Object> figures() {
            return Map.of("readySeconds", seconds(ready), "caughtUpSeconds", seconds(caughtUp));
        }

        private static double seconds(Duration time) {
            return Math.round(time.toMillis() / 100.0) / 10.0;
        }
    }

    /** The first start, with what it leaves behind for the next ones: its unpacked jar and its class archive. */
    void start() throws ExecutionException, InterruptedException {
        platform.store().start();
        platform.store().awaitReady();
        platform.start(Service.KPI);
        platform.awaitReady(Service.KPI);
        history.write(1);
        lag.watch(PATIENCE);
    }

    Times orderly() throws ExecutionException, InterruptedException {
        platform.child(Service.KPI).stop(GOODBYE);
        return again();
    }

    Times killed() throws ExecutionException, InterruptedException {
        history.write(1);
        platform.child(Service.KPI).kill();
        return again();
    }

    private Readiness readiness() {
        int port = platform.settings().ports().management(Service.KPI);
        return Readiness.answering(http, URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
    }

    private Times again() throws ExecutionException, InterruptedException {
        long gone = System.nanoTime();
        history.write(1);
        platform.start(Service.KPI);
        Readiness readiness = readiness();
        while (!readiness.ready()) {
            if (System.nanoTime() - gone > PATIENCE.toNanos()) {
                throw new IllegalStateException("kpi-service is not ready after " + PATIENCE);
            }
            Thread.sleep(POLL);
        }
        var ready = Duration.ofNanos(System.nanoTime() - gone);
        lag.watch(PATIENCE);
        return new Times(ready, Duration.ofNanos(System.nanoTime() - gone));
    }
}
