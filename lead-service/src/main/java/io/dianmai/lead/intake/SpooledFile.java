package io.dianmai.lead.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A file on disk for as long as it is read: for nobody else to read, and gone when it is closed. */
record SpooledFile(Path path) implements AutoCloseable {
    private static final int CHUNK = 65_536;

    /**
     * Takes the content up to the limit.
     *
     * @throws io.dianmai.kit.problem.ProblemException when there is more of it
     */
    static SpooledFile of(InputStream content, @Nullable Path folder, long most) throws IOException {
        SpooledFile file = new SpooledFile(create(folder));
        try {
            if (copy(content, file.path, most) > most) {
                throw ImportProblems.tooLarge(most);
            }
            return file;
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private static Path create(@Nullable Path folder) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        if (folder == null) {
            return Files.createTempFile("dianmai-import-", ".spool", mine);
        }
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "dianmai-import-", ".spool", mine);
    }

    /** Stops one chunk beyond the limit at the latest. */
    private static long copy(InputStream content, Path target, long most) throws IOException {
        long copied = 0;
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int read = content.read(chunk); read >= 0 && copied <= most; read = content.read(chunk)) {
                out.write(chunk, 0, read);
                copied += read;
            }
        }
        return copied;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
