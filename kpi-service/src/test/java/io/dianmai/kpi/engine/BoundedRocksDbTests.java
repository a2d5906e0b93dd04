package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

class BoundedRocksDbTests {
    /** Ten in each of six tasks. */
    private static final int STORES = 60;

    private static final int RECORDS = 100;
    private static final int MEGABYTES = 48;

    @TempDir
    Path folder;

    @Test
    void smallStoresTogetherFlushNothing() throws RocksDBException, IOException {
        List<RocksDB> stores = new ArrayList<>();
        try (Options options = options();
                WriteOptions asStreamsWrites = new WriteOptions().setDisableWAL(true)) {
            for (int store = 0; store < STORES; store++) {
                stores.add(
                        RocksDB.open(options, folder.resolve("store-" + store).toString()));
            }
            for (int record = 0; record < RECORDS; record++) {
                for (RocksDB store : stores) {
                    store.put(asStreamsWrites, bytes("key-" + record), bytes("what a store of a few records holds"));
                }
            }
            assertThat(tables()).isEmpty();
        } finally {
            stores.forEach(RocksDB::close);
        }
    }

    private static Options options() {
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        new BoundedRocksDb().setConfig("any", options, Map.of(BoundedRocksDb.MEGABYTES, MEGABYTES));
        return options;
    }

    private List<Path> tables() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sst")).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
