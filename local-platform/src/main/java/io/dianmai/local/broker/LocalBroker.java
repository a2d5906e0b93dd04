package io.dianmai.local.broker;

import io.dianmai.local.process.Child;
import io.dianmai.local.process.ChildSpec;
import io.dianmai.local.process.JavaCommand;
import io.dianmai.local.process.Tool;
import io.dianmai.local.process.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.Uuid;

/**
 * Apache Kafka on this machine: formatted once, then started as often as one likes, also after a kill.
 *
 * <p>Needs only Kafka's clients in the JVM that uses it; the server's classes are on the class path of {@link BrokerConfig}.
 */
public final class LocalBroker {
    public static final String NAME = "broker";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Tells the log to the binding of SLF4J that is found on the class path. */
    private static final Map<String, String> LOGGING =
            Map.of("log4j2.configurationFile", "log4j2.xml", "logback.configurationFile", "logback.xml");

    private final BrokerConfig config;
    private final Child child;

    public LocalBroker(BrokerConfig config) {
        this.config = config;
        this.child = new Child(config.data(), NAME);
    }

    public Child child() {
        return child;
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + config.port();
    }

    /** Starts the process unless it runs already; returns whether it did. It serves after {@link #awaitReady}. */
    public boolean start() {
        if (child.alive()) {
            return false;
        }
        try {
            Path properties = ServerProperties.write(config);
            for (String resource : LOGGING.values()) {
                copyResource(resource);
            }
            formatOnce(properties);
            return child.start(spec(properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the broker answers as a cluster of itself. */
    public void awaitReady() {
        Wait.until(child, new BrokerProbe(bootstrapServers()), PATIENCE);
    }

    private ChildSpec spec(Path properties) {
        JavaCommand java = command().archivedIn(config.data().resolve("cds").resolve(NAME + ".jsa"));
        return new ChildSpec(
                NAME, java.main(config.classPath(), "kafka.Kafka", properties.toString()), Map.of(), config.folder());
    }

    private void formatOnce(Path properties) throws IOException {
        if (Files.exists(config.folder().resolve("log").resolve("meta.properties"))) {
            return;
        }
        List<String> format = command()
                .main(
                        config.classPath(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        properties.toString());
        Tool.run(format, config.folder().resolve("format.log"), "the broker's log folder could not be formatted");
    }

    private JavaCommand command() {
        JavaCommand java = JavaCommand.withHeap(config.heapMegabytes());
        LOGGING.forEach((property, file) ->
                java.with("-D" + property + "=" + config.folder().resolve(file)));
        return java.with("-Dkafka.logs.dir=" + config.folder());
    }

    private void copyResource(String name) throws IOException {
        try (InputStream resource = Objects.requireNonNull(LocalBroker.class.getResourceAsStream(name))) {
            Files.copy(resource, config.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
