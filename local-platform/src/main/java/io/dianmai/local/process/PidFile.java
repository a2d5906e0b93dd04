package io.dianmai.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process by pid and start time, so that a pid that the system gave to somebody else in the meantime is never
 * taken for ours, let alone killed.
 */
record PidFile(Path path) {
    /** Start times are computed from the clock, which may be corrected by moments between two readings. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    void write(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, process.pid() + " " + started.toEpochMilli() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The remembered process, if it still runs. */
    Optional<ProcessHandle> live() {
        return read().flatMap(remembered -> ProcessHandle.of(remembered.pid())
                .filter(PidFile::running)
                .filter(process -> sameStart(process, remembered.started())));
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Remembered> read() {
        try {
            String[] fields = Files.readString(path).strip().split(" ");
            return Optional.of(
                    new Remembered(Long.parseLong(fields[0]), Instant.ofEpochMilli(Long.parseLong(fields[1]))));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return Optional.empty(); // absent, or torn by a crash: nothing that could be trusted to be ours
        }
    }

    private static boolean sameStart(ProcessHandle process, Instant started) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(started, actual).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    /** Whether it runs; one that ended and only waits to be collected by its parent (Linux: state Z) does not. */
    private static boolean running(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException | StringIndexOutOfBoundsException noProcFolder) {
            return process.isAlive(); // not Linux, or gone in this moment
        }
    }

    private record Remembered(long pid, Instant started) {}
}
