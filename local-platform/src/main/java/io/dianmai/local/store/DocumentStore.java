package io.dianmai.local.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * The embedded document store as a process of its own: {@code DocumentStore <port> <file|memory> <cache MB>}, on loopback only.
 *
 * <p>With a file every answered write survives a killed process ({@link DurableBackend}); {@code memory} keeps nothing.
 * It ends on SIGTERM: clients are closed, the last version is in the file.
 */
public final class DocumentStore {
    private static final String MEMORY = "memory";
    /** Connections are spread over these threads; the more wait together, the more one commit serves. */
    private static final int WORKERS = 16;

    private static final int COMPACTION_SECONDS = 2;
    /**
     * How long H2 keeps replaced chunks for the case of a power cut on a disk that reorders writes. A killed process cannot
     * reorder, and keeping them for H2's 45 s makes the file grow by gigabytes under load.
     */
    private static final int RETENTION_MILLIS = 0;

    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());
    private final MongoServer server;

    private DocumentStore(String file, int cacheMegabytes) {
        this.server =
                new MongoServer(MEMORY.equals(file) ? new FastMemoryBackend() : fileBackend(file, cacheMegabytes));
    }

    /** Starts the store and returns; it runs until the process is told to end. */
    public static void main(String[] args) {
        if (args.length != 3) {
            throw new IllegalArgumentException("expected: <port> <file|memory> <cache MB>");
        }
        DocumentStore store = new DocumentStore(args[1], Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(store::close));
        store.listen(Integer.parseInt(args[0]));
    }

    private void listen(int port) {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
    }

    private void close() {
        housekeeping.shutdownNow();
        server.shutdownNow();
    }

    private MongoBackend fileBackend(String file, int cacheMegabytes) {
        MVStore store = new MVStore.Builder()
                .fileName(file)
                .cacheSize(cacheMegabytes)
                .autoCommitDisabled()
                .open();
        store.setRetentionTime(RETENTION_MILLIS);
        DurableBackend backend = new DurableBackend(store);
        var _ = housekeeping.scheduleWithFixedDelay(
                backend::compact, COMPACTION_SECONDS, COMPACTION_SECONDS, TimeUnit.SECONDS);
        return backend;
    }
}
