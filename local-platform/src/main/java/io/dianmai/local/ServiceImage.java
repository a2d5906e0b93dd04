package io.dianmai.local;

import io.dianmai.local.process.JavaCommand;
import io.dianmai.local.process.LaunchFailure;
import io.dianmai.local.process.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A service's executable jar, unpacked to a plain jar with its libraries beside it: only classes that are loaded from plain jars
 * can be taken from an archive, which saves much of the start. Unpacked again whenever the jar is another one.
 */
final class ServiceImage {
    private static final int UNPACK_HEAP = 64;

    private final Settings settings;
    private final Service service;

    ServiceImage(Settings settings, Service service) {
        this.settings = settings;
        this.service = service;
    }

    /** The jar to start, unpacked when it was not yet. */
    Path jar() {
        Path built = built();
        Path stamp = folder().resolve("unpacked-from");
        try {
            String current = stampOf(built);
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(current)) {
                unpack(built);
                Files.writeString(stamp, current);
            }
            return folder().resolve(built.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return settings.data().resolve("apps").resolve(service.module());
    }

    private Path built() {
        Path target = settings.repository().resolve(service.module()).resolve("target");
        return executableJarIn(target)
                .orElseThrow(() -> new LaunchFailure(
                        service.module() + " is not built: no executable jar in " + target,
                        "Run ./dianmai up, which builds it, or mvn -DskipTests package."));
    }

    private static Optional<Path> executableJarIn(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By content: a reproducible build gives every jar the same time. */
    private static String stampOf(Path jar) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream content = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return jar.getFileName() + " " + Files.size(jar) + " " + Long.toHexString(checksum.getValue());
    }

    private void unpack(Path built) throws IOException {
        Files.createDirectories(folder());
        List<String> command = JavaCommand.withHeap(UNPACK_HEAP)
                .with("-Djarmode=tools")
                .jar(built, "extract", "--force", "--destination", folder().toString());
        Tool.run(command, folder().resolve("unpack.log"), service.module() + " could not be unpacked from " + built);
    }
}
