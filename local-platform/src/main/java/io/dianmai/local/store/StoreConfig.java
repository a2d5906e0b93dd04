package io.dianmai.local.store;

import java.nio.file.Path;

/**
 * What a local document store is given.
 *
 * @param data the platform's data folder: the store keeps its file in {@code store} below it
 * @param port where clients connect, on loopback
 * @param heapMegabytes the bound of its heap, which includes the cache
 * @param cacheMegabytes how much of the file is kept in memory; scans are slow without it
 * @param classPath jars that contain {@link DocumentStore} with all that it needs
 */
public record StoreConfig(Path data, int port, int heapMegabytes, int cacheMegabytes, String classPath) {
    public StoreConfig {
        data = data.toAbsolutePath();
        if (cacheMegabytes * 2 > heapMegabytes) {
            throw new IllegalArgumentException("a store cache of " + cacheMegabytes + " MB needs a heap of at least "
                    + cacheMegabytes * 2 + " MB, not " + heapMegabytes);
        }
    }
}
