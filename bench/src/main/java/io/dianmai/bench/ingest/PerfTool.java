package io.dianmai.bench.ingest;

import io.dianmai.bench.Options;
import io.dianmai.local.process.JavaCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Kafka's own producer-perf-test, as a process, with its own settings but for {@code acks=all} and idempotence. */
final class PerfTool {
    private static final String TOOL = "org.apache.kafka.tools.ProducerPerformance";
    private static final int HEAP_MEGABYTES = 256;
    private static final Pattern RATE = Pattern.compile("records sent, ([0-9.]+) records/sec .*99th", Pattern.DOTALL);

    private PerfTool() {}

    /** Records a second of so many bytes, as it says in its last line. */
    static double rate(Options options, String bootstrapServers, String topic, int records, int bytes)
            throws IOException, InterruptedException {
        Path target = options.repository().resolve("bench").resolve("target");
        List<String> command = JavaCommand.withHeap(HEAP_MEGABYTES)
                .main(
                        target.resolve("lib") + "/*",
                        TOOL,
                        "--bootstrap-server",
                        bootstrapServers,
                        "--topic",
                        topic,
                        "--num-records",
                        Integer.toString(records),
                        "--record-size",
                        Integer.toString(bytes),
                        "--throughput",
                        "-1",
                        "--command-property",
                        "acks=all",
                        "enable.idempotence=true");
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tool.waitFor();
        var lines = RATE.matcher(said.substring(said.stripTrailing().lastIndexOf('\n') + 1));
        if (!lines.find()) {
            throw new IllegalStateException("the perf tool said: " + said);
        }
        return Double.parseDouble(lines.group(1));
    }
}
