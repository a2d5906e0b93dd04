package io.dianmai.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/** What a child wrote to its output: everything since the last rotation, the part before it beside it as {@code .1}. */
public record LogFile(Path path) {
    private static final long ROTATE_AT_BYTES = 20L * 1024 * 1024;
    private static final int TAIL_BYTES = 1024 * 1024;
    private static final long POLL_MILLIS = 200;

    void rotateWhenLarge() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.exists(path) && Files.size(path) > ROTATE_AT_BYTES) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines, oldest first; none when nothing was ever written. */
    public List<String> tail(int lines) {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<String> all = readFrom(Math.max(0, size() - TAIL_BYTES)).lines().toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    /** Hands on the last lines and then what is written from now on, until the thread is interrupted. */
    public void follow(int lines, Consumer<String> text) throws InterruptedException {
        long position = size();
        tail(lines).forEach(line -> text.accept(line + "\n"));
        while (true) {
            Thread.sleep(POLL_MILLIS);
            if (size() < position) {
                position = 0; // rotated
            }
            String added = readFrom(position);
            position += added.getBytes(StandardCharsets.UTF_8).length;
            text.accept(added);
        }
    }

    private long size() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readFrom(long position) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, Math.max(0, file.length() - position))];
            file.seek(position);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
