package io.dianmai.bench;

import io.dianmai.bench.deadlines.DeadlinesBench;
import io.dianmai.bench.engine.CountersBench;
import io.dianmai.bench.engine.ReplayBench;
import io.dianmai.bench.freshness.FreshnessBench;
import io.dianmai.bench.ingest.IngestBench;
import io.dianmai.bench.leads.ImportsBench;
import io.dianmai.bench.leads.LeadsBench;
import io.dianmai.bench.queries.QueriesBench;
import io.dianmai.bench.recovery.RecoveryBench;
import io.dianmai.bench.report.Chart;
import io.dianmai.bench.report.Machine;
import io.dianmai.bench.report.ResultFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code ./dianmai bench}: runs what was asked for and writes what came out into {@code docs/bench}. */
public final class Main {
    private static final String REPOSITORY = "dianmai.repository";

    private Main() {}

    /** Exit code 0: measured, whatever came out; 1: it could not be measured; 2: there is no such bench. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Map<String, Bench> known = benches();
        Command command;
        try {
            command = Command.parse(List.of(args), known);
        } catch (IllegalArgumentException misuse) {
            System.err.println("dianmai bench: " + misuse.getMessage());
            System.exit(2);
            return;
        }
        Path repository = Path.of(System.getProperty(REPOSITORY, "")).toAbsolutePath();
        for (String name : command.benches()) {
            Bench bench = known.get(name);
            if (bench != null) {
                run(name, bench, Options.of(bench, command, repository), out);
            }
        }
        // Whatever threads of clients are left have nothing more to do.
        System.exit(0);
    }

    private static Map<String, Bench> benches() {
        Map<String, Bench> benches = new LinkedHashMap<>();
        benches.put("counters", new CountersBench());
        benches.put("replay", new ReplayBench());
        benches.put("queries", new QueriesBench());
        benches.put("freshness", new FreshnessBench());
        benches.put("recovery", new RecoveryBench());
        benches.put("deadlines", new DeadlinesBench());
        benches.put("leads", new LeadsBench());
        benches.put("imports", new ImportsBench());
        benches.put("ingest", new IngestBench());
        return benches;
    }

    private static void run(String name, Bench bench, Options options, PrintStream out) throws Exception {
        Machine machine = Machine.now();
        out.println("== " + name + " " + options.sizes());
        out.println(machine.text());
        Map<String, Object> figures = bench.run(options, out);
        Path folder = options.repository().resolve("docs").resolve("bench");
        var file = new ResultFile(folder.resolve(bench.report().file() + ".json"));
        JsonNode all = file.keep(name, machine, Clock.systemUTC().instant(), options.sizes(), figures);
        Chart.draw(bench.report(), all, folder.resolve(bench.report().file() + ".svg"));
    }
}
