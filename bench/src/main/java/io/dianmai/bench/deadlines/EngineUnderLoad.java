package io.dianmai.bench.deadlines;

import io.dianmai.bench.Options;
import io.dianmai.bench.engine.ContenderSpec;
import io.dianmai.bench.platform.BenchTopics;
import io.dianmai.bench.platform.GroupLag;
import io.dianmai.bench.platform.GroupLag.Progress;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.local.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** The engine in a process of its own. */
final class EngineUnderLoad implements AutoCloseable {
    private static final String APPLICATION = "bench-deadlines";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration GOODBYE = Duration.ofSeconds(30);
    private static final long MEGABYTE = 1L << 20;

    private final ContenderSpec spec;
    private final Child child;
    private final GroupLag lag;
    private final Path state;

    EngineUnderLoad(Options options, Machinery machinery, Admin admin) {
        state = machinery.folder().path().resolve("state");
        child = new Child(machinery.folder().path(), APPLICATION);
        lag = new GroupLag(admin, APPLICATION, BenchTopics.INPUTS);
        spec = new ContenderSpec(
                machinery.bootstrapServers(),
                APPLICATION,
                state,
                options.size("threads"),
                options.size("heap"),
                options.profile() ? options.repository().resolve("bench/target").resolve(APPLICATION + ".jfr") : null);
    }

    void start() {
        child.start(spec.engine());
    }

    void kill() {
        child.kill();
    }

    /** Waits until all that was written is processed and committed. */
    List<Progress> catchUp() throws ExecutionException, InterruptedException {
        return lag.watch(PATIENCE);
    }

    /** What the process has in memory; 0 where the system does not say. */
    long residentMegabytes() {
        Path status = Path.of("/proc/" + child.process().map(ProcessHandle::pid).orElse(0L) + "/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What its state takes on disk. */
    long stateMegabytes() {
        try (Stream<Path> files = Files.walk(state)) {
            return files.map(Path::toFile)
                            .mapToLong(file -> file.isFile() ? file.length() : 0)
                            .sum()
                    / MEGABYTE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        child.stop(GOODBYE);
    }
}
