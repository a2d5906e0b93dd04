package io.dianmai.bench.ingest;

import io.dianmai.bench.Options;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.ingest.Load.Outcome;
import io.dianmai.bench.platform.BenchTopics;
import io.dianmai.bench.platform.Machinery;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** How many facts a second, in batches and one by one, and how long an answer takes at half of that. */
final class Speed {
    private static final String TOPIC = "bench-perf";
    private static final int BATCH = 100;
    private static final String ONE_TYPE = "application/cloudevents+json";
    private static final String BATCH_TYPE = "application/cloudevents-batch+json";

    private final Options options;
    private final Machinery machinery;
    private final Door door;
    private final PrintStream out;
    private final Facts facts;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    Speed(Options options, Machinery machinery, Door door, PrintStream out) {
        this.options = options;
        this.machinery = machinery;
        this.door = door;
        this.out = out;
        this.facts = new Facts(new Group(options.size("stores")).ids(), Clock.systemUTC());
    }

    Map<String, Object> measure() throws IOException, InterruptedException, ExecutionException {
        Duration span = Duration.ofSeconds(options.size("seconds"));
        Duration warmUp = Duration.ofSeconds(options.size("warmup")).dividedBy(2);
        out.println("warming up, batches: "
                + batches(Load.unbounded(this::batch), warmUp).text());
        out.println("warming up, single: "
                + singles(Load.unbounded(facts::one), warmUp).text());
        double perf = perf();
        Outcome batches = told("batches", batches(Load.unbounded(this::batch), span));
        double perSecond = batches.perSecond() * BATCH;
        figures.put("batchEventsPerSecond", Math.round(perSecond));
        figures.put("perfToolPerSecond", Math.round(perf));
        figures.put("ratio", Math.round(perSecond / perf * 100) / 100.0);
        out.printf("%,.0f events/s in batches, perf tool %,.0f: %.2f%n", perSecond, perf, perSecond / perf);
        Outcome singles = told("single", singles(Load.unbounded(facts::one), span));
        figures.put("singleEventsPerSecond", Math.round(singles.perSecond()));
        int half = (int) Math.max(1, singles.perSecond() / 2);
        told("singleAtHalfLoad", singles(Load.of(facts::one, half), span));
        int halfBatches = (int) Math.max(1, batches.perSecond() / 2);
        told("batchesAtHalfLoad", batches(Load.of(this::batch, halfBatches), span));
        figures.put("residentMegabytes", door.resident());
        out.println("the gateway holds " + door.resident() + " MB");
        return figures;
    }

    private Outcome batches(Load load, Duration span) throws IOException, InterruptedException {
        return run(load, options.size("batchconnections"), BATCH_TYPE, span);
    }

    private Outcome singles(Load load, Duration span) throws IOException, InterruptedException {
        return run(load, options.size("connections"), ONE_TYPE, span);
    }

    private Outcome run(Load load, int connections, String contentType, Duration span)
            throws IOException, InterruptedException {
        List<Wire> wires = door.connections(connections, contentType);
        try {
            return load.run(wires, span);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private double perf() throws IOException, InterruptedException, ExecutionException {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, machinery.bootstrapServers()))) {
            new BenchTopics(admin).create(TOPIC);
        }
        return PerfTool.rate(options, machinery.bootstrapServers(), TOPIC, options.size("records"), Facts.BYTES);
    }

    private byte[] batch() {
        return facts.batch(BATCH);
    }

    private Outcome told(String what, Outcome outcome) {
        out.println(what + ": " + outcome.text());
        figures.put(what, outcome.figures());
        return outcome;
    }
}
