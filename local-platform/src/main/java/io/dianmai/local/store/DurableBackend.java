package io.dianmai.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only after it is in the file. Writers share a lock; whoever commits takes it alone, so a commit
 * never catches another writer between a document and its indexes, and one commit serves all who wait for it.
 *
 * <p>In the file means handed to the operating system: a killed process loses nothing that it answered, a power cut may.
 */
final class DurableBackend extends H2Backend {
    private static final Set<String> READS = Set.of(
            "find",
            "getMore",
            "aggregate",
            "count",
            "distinct",
            "hello",
            "isMaster",
            "ismaster",
            "ping",
            "killCursors",
            "listCollections",
            "listDatabases",
            "listIndexes",
            "endSessions",
            "buildInfo",
            "buildinfo",
            "serverStatus");
    /** Below this share of live pages a chunk is worth rewriting, in per cent. */
    private static final int TARGET_FILL_RATE = 60;
    /** Rewritten at most in one go, so that writers wait only for moments. */
    private static final int COMPACTION_BYTES = 4 * 1024 * 1024;

    private static final int CLOSING_COMPACTION_MILLIS = 2_000;

    private final MVStore store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    DurableBackend(MVStore store) {
        super(store);
        this.store = store;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        // Also called by the constructor of what this extends, before anything here is set.
        MVStore maps = getMvStore();
        return new H2Database(name, maps, getCursorRegistry()) {
            // Maps that are open already are taken as they are: here their types are given, before the store opens
            // them.
            @Override
            protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
                maps.openMap(
                        "databases." + name + "." + collection,
                        new MVMap.Builder<Object, Document>().valueType(new BsonDocumentType()));
                return super.openOrCreateCollection(collection, options);
            }

            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                maps.openMap(
                        name + "." + collection + "._index_" + index,
                        new MVMap.Builder<KeyValue, Object>().keyType(new BsonKeyType()));
                return IdFirstIndex.of(super.openOrCreateUniqueIndex(collection, index, keys, sparse));
            }
        };
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        if (READS.contains(message.getDocument().keySet().iterator().next())) {
            return super.handleMessage(message);
        }
        try {
            return write(message);
        } finally {
            commitPending();
        }
    }

    /** Gives space of old versions back; H2 does this in the background only where it also commits in the background. */
    void compact() {
        lock.writeLock().lock();
        try {
            if (!store.isClosed()) {
                store.compact(TARGET_FILL_RATE, COMPACTION_BYTES);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Called after the last client is gone: makes the file small and closes it. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            store.compactFile(CLOSING_COMPACTION_MILLIS);
            super.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Document write(MongoMessage message) {
        lock.readLock().lock();
        try {
            return super.handleMessage(message);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void commitPending() {
        lock.writeLock().lock();
        try {
            if (!store.isClosed() && store.hasUnsavedChanges()) {
                store.commit();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
