package io.dianmai.bench.deadlines;

import io.dianmai.bench.Bench;
import io.dianmai.bench.Options;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.BenchTopics;
import io.dianmai.bench.platform.EventWriter;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.bench.report.Report;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * The engine alone with many clocks: setting them, coming back after {@code kill -9}, firing at a rate, and firing many at
 * once beside it.
 */
public final class DeadlinesBench implements Bench {
    private static final Duration LINGER = Duration.ofMillis(5);

    @Override
    public Map<String, Integer> sizes() {
        return Map.of(
                "armed", 1_000_000, "rate", 1_000, "burst", 100_000, "seconds", 60, "stores", 1_000, "threads", 2,
                "heap", 384);
    }

    @Override
    public Report report() {
        return Report.DEADLINE_ENGINE;
    }

    @Override
    public Map<String, Object> run(Options options, PrintStream out) throws Exception {
        var group = new Group(options.size("stores"));
        try (Machinery machinery = Machinery.withBroker(options.repository(), "deadlines");
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, machinery.bootstrapServers()));
                var writer = new EventWriter(machinery.bootstrapServers(), LINGER)) {
            machinery.folder().needsRoomFor(options.size("armed") + options.size("burst"));
            new BenchTopics(admin).createInputs();
            new BenchTopics(admin).createOutputs();
            writer.publish(group);
            var tasks = new Tasks(writer, group);
            try (var engine = new EngineUnderLoad(options, machinery, admin);
                    var watch = new ReminderWatch(machinery.bootstrapServers(), BenchTopics.PARTITIONS)) {
                return measure(new Trials(options, tasks, engine, watch, out));
            }
        }
    }

    private static Map<String, Object> measure(Trials trials) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("arming", trials.arming());
        figures.put("killed", trials.killed());
        figures.put("rate", trials.rate());
        figures.put("burst", trials.burst());
        return figures;
    }
}
