package io.dianmai.bench.recovery;

import io.dianmai.bench.Bench;
import io.dianmai.bench.Options;
import io.dianmai.bench.engine.ContenderSpec;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.BenchTopics;
import io.dianmai.bench.platform.EventWriter;
import io.dianmai.bench.platform.GroupLag;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.contracts.Topics;
import io.dianmai.local.process.Child;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A kpi-service with much state is killed and started again at once: until it is ready, and until it has caught up. Exactly once means that local
 * state is lost with the process and read again from its changelogs; an orderly restart, which keeps it, is measured beside.
 */
public final class RecoveryBench implements Bench {
    /** What kpi-service calls its engine, so that it goes on where the engine alone stopped. */
    private static final String APPLICATION = "kpi-service.engine";

    private static final Duration LINGER = Duration.ofMillis(5);
    private static final Duration FILLING = Duration.ofMinutes(30);
    private static final Duration GOODBYE = Duration.ofSeconds(60);
    private static final int DAYS = 400;

    @Override
    public Map<String, Integer> sizes() {
        return Map.of("rows", 1_000_000, "threads", 2, "heap", 384);
    }

    @Override
    public Map<String, Object> run(Options options, PrintStream out) throws Exception {
        var group = new Group(Math.ceilDiv(options.size("rows"), DAYS));
        try (Machinery machinery = Machinery.withBroker(options.repository(), "recovery");
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, machinery.bootstrapServers()));
                var writer = new EventWriter(machinery.bootstrapServers(), LINGER)) {
            machinery.folder().needsRoomFor((long) group.stores() * DAYS);
            var lag = new GroupLag(admin, APPLICATION, BenchTopics.INPUTS);
            var history = new SparseHistory(writer, group);
            new BenchTopics(admin).createInputs();
            new BenchTopics(admin).createOutputs();
            writer.publish(group);
            history.write(DAYS);
            out.println("%,d rows counted in %.0f s"
                    .formatted((long) group.stores() * DAYS, fill(options, machinery, lag)));
            // Of the rows and the journal only what is new from now on: their catching up is not what is measured.
            new GroupLag(admin, "kpi-service.rows", List.of(Topics.KPI_ROWS)).skip();
            new GroupLag(admin, "kpi-service.journal", BenchTopics.INPUTS).skip();
            return measure(new Restarts(machinery, lag, history), out);
        }
    }

    /** Counts everything by the engine alone, which leaves its state to the service. */
    private static double fill(Options options, Machinery machinery, GroupLag lag)
            throws ExecutionException, InterruptedException {
        Path data = machinery.folder().path();
        Path state = data.resolve("state").resolve("kpi-service");
        var engine = new Child(data, APPLICATION);
        engine.start(new ContenderSpec(
                        machinery.bootstrapServers(),
                        APPLICATION,
                        state,
                        options.size("threads"),
                        options.size("heap"),
                        null)
                .engine());
        try {
            var steps = lag.watch(FILLING);
            return steps.getLast().secondsSince(steps.getFirst());
        } finally {
            engine.stop(GOODBYE);
        }
    }

    private static Map<String, Object> measure(Restarts restarts, PrintStream out)
            throws ExecutionException, InterruptedException {
        restarts.start();
        Restarts.Times orderly = restarts.orderly();
        out.println("orderly restart:  " + orderly.text());
        Restarts.Times killed = restarts.killed();
        out.println("kill -9, restart: " + killed.text());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("orderly", orderly.figures());
        figures.put("killed", killed.figures());
        return figures;
    }
}
