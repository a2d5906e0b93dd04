package io.dianmai.local.store;

import io.dianmai.local.process.Child;
import io.dianmai.local.process.ChildSpec;
import io.dianmai.local.process.JavaCommand;
import io.dianmai.local.process.Readiness;
import io.dianmai.local.process.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The embedded document store as a child: {@link DocumentStore} on a file in {@code <data>/store}. */
public final class LocalStore {
    public static final String NAME = "store";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StoreConfig config;
    private final Child child;

    public LocalStore(StoreConfig config) {
        this.config = config;
        this.child = new Child(config.data(), NAME);
    }

    public Child child() {
        return child;
    }

    /** The address of one database of this store. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + config.port() + "/" + database;
    }

    /** Starts the process unless it runs already; returns whether it did. It serves after {@link #awaitReady}. */
    public boolean start() {
        Path folder = config.data().resolve("store");
        JavaCommand java = JavaCommand.withHeap(config.heapMegabytes())
                .archivedIn(config.data().resolve("cds").resolve(NAME + ".jsa"))
                .with("-Dlog4j2.configurationFile=io/dianmai/local/store/log4j2.xml");
        return child.start(new ChildSpec(
                NAME,
                java.main(
                        config.classPath(),
                        DocumentStore.class.getName(),
                        Integer.toString(config.port()),
                        folder.resolve("documents.mv").toString(),
                        Integer.toString(config.cacheMegabytes())),
                Map.of(),
                folder));
    }

    public void awaitReady() {
        Wait.until(child, Readiness.listening(config.port()), PATIENCE);
    }
}
