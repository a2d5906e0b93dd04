package io.dianmai.bench.ingest;

import io.dianmai.bench.Bench;
import io.dianmai.bench.Options;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.bench.report.Report;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts through the door, against Kafka's own producer-perf-test on the same broker, and live streams. Broker, document store (in
 * memory) and gateway run with the heaps of {@code ./dianmai up}; nobody reads the facts.
 */
public final class IngestBench implements Bench {
    @Override
    public Map<String, Integer> sizes() {
        return Map.of(
                "records",
                1_000_000,
                "seconds",
                20,
                "warmup",
                40,
                "stores",
                20,
                "connections",
                32,
                "batchconnections",
                4,
                "streams",
                1_000);
    }

    @Override
    public Report report() {
        return Report.INGEST;
    }

    @Override
    public Map<String, Object> run(Options options, PrintStream out) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        try (Machinery machinery = Machinery.withBroker(options.repository(), "ingest")) {
            machinery.startGateway();
            try (var door = new Door(options, machinery)) {
                figures.putAll(new Speed(options, machinery, door, out).measure());
                figures.put("streams", new Streams(options, machinery, door, out).measure());
            }
        }
        return figures;
    }
}
