package io.dianmai.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Forgets what the platform keeps: only what it makes itself, so that a wrongly set data folder costs nobody their files. */
final class Wipe {
    private static final List<String> KEPT =
            List.of("broker", "store", "state", "keys", "logs", "apps", "sign-ins.json");

    private Wipe() {}

    static void all(Path data) {
        KEPT.forEach(name -> delete(data.resolve(name)));
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
