package io.dianmai.bench.queries;

import io.dianmai.bench.platform.Api;
import io.dianmai.bench.report.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients who each ask a question again as soon as it was answered, like so many people with an open page. */
final class QueryLoad {
    private final Api api;

    QueryLoad(Api api) {
        this.api = api;
    }

    /** How long answers took; a wrong answer fails the bench. */
    Latencies measure(String path, int clients, Duration time) throws ExecutionException, InterruptedException {
        var latencies = new Latencies();
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(each.submit(() -> ask(path, end, latencies)));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        return latencies;
    }

    private void ask(String path, long end, Latencies latencies) {
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            Api.Answer answer = api.askKpis(path);
            latencies.add(System.nanoTime() - begin);
            if (answer.status() != 200) {
                throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.body());
            }
        }
    }
}
