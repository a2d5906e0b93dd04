package io.dianmai.bench.engine;

import io.dianmai.bench.Bench;
import io.dianmai.bench.Options;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/** The KPI engine against a pass-through, alternately over the same events on the same broker. Goal: at least half as fast. */
public final class CountersBench implements Bench {
    private static final double GOAL = 0.5;

    @Override
    public Map<String, Integer> sizes() {
        return Map.of("events", 3_000_000, "stores", 50, "threads", 2, "heap", 384, "rounds", 3);
    }

    @Override
    public Map<String, Object> run(Options options, PrintStream out) throws ExecutionException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        try (Arena arena = Arena.open(options, "counters")) {
            out.println(arena.write());
            for (int round = 0; round < options.size("rounds"); round++) {
                for (Contender contender : List.of(Contender.PASS_THROUGH, Contender.ENGINE)) {
                    Run run = arena.run(contender);
                    out.println(run.line());
                    runs.add(run);
                }
            }
        }
        double ratio = ratio(runs, Run::rate);
        double warmRatio = ratio(runs, Run::warmRate);
        out.println("ratio %.2f, warm %.2f (goal %.2f)".formatted(ratio, warmRatio, GOAL));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("eventsPerSecondEngine", Math.round(median(runs, Contender.ENGINE, Run::rate)));
        figures.put("eventsPerSecondPassThrough", Math.round(median(runs, Contender.PASS_THROUGH, Run::rate)));
        figures.put("ratio", rounded(ratio));
        figures.put("ratioWarm", rounded(warmRatio));
        figures.put("goalRatio", GOAL);
        figures.put("runs", runs.stream().map(Run::figures).toList());
        return figures;
    }

    private static double ratio(List<Run> runs, ToDoubleFunction<Run> figure) {
        return median(runs, Contender.ENGINE, figure) / median(runs, Contender.PASS_THROUGH, figure);
    }

    private static double median(List<Run> runs, Contender contender, ToDoubleFunction<Run> figure) {
        double[] sorted = runs.stream()
                .filter(run -> run.contender().equals(contender.name()))
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double rounded(double ratio) {
        return Math.round(ratio * 1000) / 1000.0;
    }
}
