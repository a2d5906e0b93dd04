package io.dianmai.bench.engine;

import io.dianmai.bench.Options;
import io.dianmai.bench.history.Chronicle;
import io.dianmai.bench.history.Group;
import io.dianmai.bench.platform.BenchFolder;
import io.dianmai.bench.platform.BenchTopics;
import io.dianmai.bench.platform.EventWriter;
import io.dianmai.bench.platform.GroupLag;
import io.dianmai.bench.platform.Machinery;
import io.dianmai.local.process.Child;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A broker with a written history, through which contenders run one after the other, each from the very beginning. */
final class Arena implements AutoCloseable {
    private static final long SEED = 1;
    private static final Duration LINGER = Duration.ofMillis(5);
    private static final Duration GOODBYE = Duration.ofSeconds(30);
    /** A contender that is slower than this a second will not get there. */
    private static final long SLOWEST = 500;

    private final Options options;
    private final Machinery machinery;
    private final Admin admin;
    private final BenchTopics topics;
    private int runs;

    private Arena(Options options, Machinery machinery) {
        this.options = options;
        this.machinery = machinery;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, machinery.bootstrapServers()));
        this.topics = new BenchTopics(admin);
    }

    static Arena open(Options options, String name) throws ExecutionException, InterruptedException {
        var arena = new Arena(options, Machinery.withBroker(options.repository(), name));
        arena.machinery.folder().needsRoomFor(options.size("events"));
        arena.topics.createInputs();
        return arena;
    }

    /** Writes the history; gives what was written, in words. */
    String write() {
        var group = new Group(options.size("stores"));
        var chronicle = new Chronicle(group, options.size("events"), SEED);
        long begin = System.nanoTime();
        try (var writer = new EventWriter(machinery.bootstrapServers(), LINGER)) {
            writer.write(group, chronicle);
        }
        return "%,d events of %d stores over %d days, written in %.1f s"
                .formatted(
                        options.size("events"),
                        options.size("stores"),
                        chronicle.days(),
                        (System.nanoTime() - begin) / 1e9);
    }

    /** Runs a contender through the whole history, with fresh state, and forgets what it wrote. */
    Run run(Contender contender) throws ExecutionException, InterruptedException {
        String application = "bench-" + contender.name().toLowerCase(Locale.ROOT) + "-" + ++runs;
        Path state = machinery.folder().path().resolve("state");
        topics.createOutputs();
        topics.create(PassThrough.PASSED);
        var child = new Child(machinery.folder().path(), application);
        child.start(spec(application, state).of(contender));
        try {
            Duration patience = Duration.ofSeconds(60 + options.size("events") / SLOWEST);
            return Run.of(contender, new GroupLag(admin, application, BenchTopics.INPUTS).watch(patience));
        } finally {
            child.stop(GOODBYE);
            topics.deleteOutputs(PassThrough.PASSED, application);
            BenchFolder.delete(state);
        }
    }

    private ContenderSpec spec(String application, Path state) {
        return new ContenderSpec(
                machinery.bootstrapServers(),
                application,
                state,
                options.size("threads"),
                options.size("heap"),
                options.profile() ? options.repository().resolve("bench/target").resolve(application + ".jfr") : null);
    }

    @Override
    public void close() {
        admin.close();
        machinery.close();
    }
}
