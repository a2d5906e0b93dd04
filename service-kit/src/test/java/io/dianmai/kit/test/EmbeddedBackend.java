package io.dianmai.kit.test;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.dianmai.local.Ports;
import io.dianmai.local.broker.BrokerConfig;
import io.dianmai.local.broker.LocalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Apache Kafka as a child process, and the document store in this JVM, in memory. */
final class EmbeddedBackend implements Backend {
    private static final int BROKER_HEAP_MEGABYTES = 384;

    private final LocalBroker broker;
    private final String store;

    private EmbeddedBackend(LocalBroker broker, String store) {
        this.broker = broker;
        this.store = store;
    }

    static EmbeddedBackend start() {
        MongoServer store = new MongoServer(new MemoryBackend());
        String address = store.bindAndGetConnectionString();
        return new EmbeddedBackend(startBroker(), address);
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String mongoUri(String database) {
        return store + "/" + database;
    }

    @Override
    public String toString() {
        return "embedded";
    }

    private static LocalBroker startBroker() {
        try {
            Path data = Files.createTempDirectory("dianmai-test-broker");
            Ports ports = Ports.free();
            LocalBroker broker = new LocalBroker(new BrokerConfig(
                    data, ports.broker(), ports.controller(), BROKER_HEAP_MEGABYTES, BrokerConfig.ownClassPath()));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(broker, data)));
            broker.start();
            broker.awaitReady();
            return broker;
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    private static void end(LocalBroker broker, Path data) {
        broker.child().kill();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException leftBehind) {
            throw new UncheckedIOException(leftBehind);
        }
    }
}
