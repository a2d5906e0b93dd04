package io.dianmai.bench.engine;

import io.dianmai.bench.Bench;
import io.dianmai.bench.Options;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** All history through fresh counters. Goal: 25,000 events a second. */
public final class ReplayBench implements Bench {
    private static final long GOAL = 25_000;

    @Override
    public Map<String, Integer> sizes() {
        return Map.of("events", 5_000_000, "stores", 200, "threads", 2, "heap", 384);
    }

    @Override
    public Map<String, Object> run(Options options, PrintStream out) throws ExecutionException, InterruptedException {
        Run run;
        try (Arena arena = Arena.open(options, "replay")) {
            out.println(arena.write());
            run = arena.run(Contender.ENGINE);
        }
        out.println(run.line() + " (goal %,d/s)".formatted(GOAL));
        Map<String, Object> figures = new LinkedHashMap<>(run.figures());
        figures.put("goalEventsPerSecond", GOAL);
        return figures;
    }
}
