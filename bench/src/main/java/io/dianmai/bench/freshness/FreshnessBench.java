package io.dianmai.bench.freshness;

import io.dianmai.bench.Bench;
import io.dianmai.bench.Options;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.Api;
import io.dianmai.bench.platform.Machinery;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From the moment at which something was meant to be told until it is seen, under load by the clock. Goal: p99 ≤ 1 s at 1,000 a second. First the
 * KPI engine with what it needs, from domain events on; then the whole platform, from facts at its door on. Where a rate does not hold, lower ones
 * are tried.
 */
public final class FreshnessBench implements Bench {
    private static final double STEP = 0.7;
    private static final int TRIALS = 8;
    /** The whole chain is warmed up at this part of the rate, for as long as a trial takes. */
    private static final int WARMING = 4;

    @Override
    public Map<String, Integer> sizes() {
        return Map.of("rate", 1_000, "facts", 250, "seconds", 60, "stores", 20);
    }

    @Override
    public Set<String> optional() {
        return Set.of("facts");
    }

    /** Makes what sends at a rate; of several trials each has its own number. */
    @FunctionalInterface
    private interface Senders {
        Sender at(int rate, int trial);
    }

    @Override
    public Map<String, Object> run(Options options, PrintStream out) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        var group = new Group(options.size("stores"));
        try (Machinery machinery = Machinery.withBroker(options.repository(), "freshness")) {
            machinery.startKpisAndGateway();
            var stage = new Stage(Api.of(machinery.platform()), group, options.size("seconds"));
            figures.put(
                    "events",
                    search(
                            "events",
                            stage,
                            options.size("rate"),
                            out,
                            (rate, trial) ->
                                    new EventSender(machinery.bootstrapServers(), group, stage.things(rate), trial)));
        }
        if (options.size("facts") > 0) {
            figures.put("facts", facts(options, group, out));
        }
        figures.put("goalMillis", Trial.GOAL_MILLIS);
        return figures;
    }

    private static Map<String, Object> facts(Options options, Group group, PrintStream out) throws Exception {
        try (Machinery machinery = Machinery.withBroker(options.repository(), "freshness")) {
            machinery.platform().startAll();
            Api api = Api.of(machinery.platform());
            var stage = new Stage(api, group, options.size("seconds"));
            return search(
                    "facts", stage, options.size("facts"), out, (rate, _) -> new FactSender(api, group.ids(), rate));
        }
    }

    private static Map<String, Object> search(
            String way, Stage stage, int highestRate, PrintStream out, Senders senders) throws InterruptedException {
        List<Object> tried = new ArrayList<>();
        int rate = highestRate;
        // A cold JVM would carry a backlog of its first seconds into what is measured.
        out.println("warming up, "
                + stage.run(way, rate / WARMING, senders.at(rate / WARMING, TRIALS))
                        .text());
        Trial trial;
        do {
            trial = stage.run(way, rate, senders.at(rate, tried.size()));
            out.println(trial.text());
            tried.add(trial.figures());
            rate = (int) (rate * STEP);
        } while (!trial.holds() && tried.size() < TRIALS);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("highestRateThatHolds", trial.holds() ? trial.rate() : 0);
        figures.put("trials", tried);
        return figures;
    }
}
