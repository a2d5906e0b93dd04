package io.dianmai.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A data folder of one bench: empty when it begins, gone when it ended. */
public record BenchFolder(Path path) implements AutoCloseable {
    /** Bytes on disk for each event: the events, what is counted of them twice (pass-through), changelogs and rows. */
    private static final long BYTES_PER_EVENT = 6_000;

    private static final long MEGABYTE = 1024L * 1024;

    /** An empty folder {@code bench/target/run/<name>} of the repository. */
    public static BenchFolder fresh(Path repository, String name) {
        var folder = new BenchFolder(
                repository.resolve("bench").resolve("target").resolve("run").resolve(name));
        folder.close();
        try {
            Files.createDirectories(folder.path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Refuses when so many events would not fit. */
    public void needsRoomFor(long events) {
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < events * BYTES_PER_EVENT) {
                throw new IllegalStateException("%,d events need %,d MB of disk, free are %,d"
                        .formatted(events, (events * BYTES_PER_EVENT) / MEGABYTE, free / MEGABYTE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes it with all that is in it. */
    @Override
    public void close() {
        delete(path);
    }

    /** Deletes a folder, if it is there. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
