package io.dianmai.kpi.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One memory budget for all state stores of the process; by default each store takes 50 MB and more for itself. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** Key in the Streams configuration of the budget, an {@code Integer}. */
    static final String MEGABYTES = "dianmai.engine.store.megabytes";

    private static final long MEGABYTE = 1024L * 1024;
    private static final long WRITE_BUFFER = 4 * MEGABYTE;
    /**
     * What a store takes at a time of the budget for write buffers. An eighth of the buffer, as RocksDB has it, is more than the budget
     * of all for ten stores in each of six tasks that hold a few records each: then every write flushes some store.
     */
    private static final long WRITE_BUFFER_STEP = 32 * 1024;

    private static final Map<Integer, Budget> BUDGETS = new ConcurrentHashMap<>();

    static {
        RocksDB.loadLibrary();
    }

    /** Lives as long as the process: stores come and go with their tasks. */
    private record Budget(Cache cache, WriteBufferManager writeBuffers) {
        static Budget of(int megabytes) {
            Cache cache = new LRUCache(megabytes * MEGABYTE, -1, false, 0.1);
            return new Budget(cache, new WriteBufferManager(megabytes * MEGABYTE / 2, cache));
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (!(configs.get(MEGABYTES) instanceof Integer megabytes)) {
            throw new IllegalArgumentException(MEGABYTES + " is missing");
        }
        Budget budget = BUDGETS.computeIfAbsent(megabytes, Budget::of);
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(budget.cache());
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(budget.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setArenaBlockSize(WRITE_BUFFER_STEP);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // The budget outlives the store.
    }
}
