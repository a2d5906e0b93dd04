package io.dianmai.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of the platform under its name: started detached, found again by any later command through its pid file in
 * {@code <data>/run}, its output in {@code <data>/logs}.
 */
public final class Child {
    private static final int TAIL_LINES = 30;
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 50;

    private final String name;
    private final PidFile pidFile;
    private final LogFile log;

    public Child(Path data, String name) {
        this.name = name;
        this.pidFile = new PidFile(data.resolve("run").resolve(name + ".pid"));
        this.log = new LogFile(data.resolve("logs").resolve(name + ".log"));
    }

    public String name() {
        return name;
    }

    public LogFile log() {
        return log;
    }

    /** The process, if it runs. */
    public Optional<ProcessHandle> process() {
        return pidFile.live();
    }

    public boolean alive() {
        return process().isPresent();
    }

    /** Starts it unless it already runs; returns whether it did. */
    public boolean start(ChildSpec spec) {
        if (alive()) {
            return false;
        }
        try {
            log.rotateWhenLarge();
            Files.createDirectories(spec.directory());
            ProcessBuilder builder = new ProcessBuilder(Detachment.of(spec.command()))
                    .directory(spec.directory().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
            builder.environment().putAll(spec.environment());
            pidFile.write(builder.start().toHandle());
            return true;
        } catch (IOException e) {
            throw new LaunchFailure(
                    name + " could not be started: " + e.getMessage(), "Check the data folder and its free space.");
        }
    }

    /** Asks it to end (SIGTERM) and returns at once. */
    public void terminate() {
        process().ifPresent(ProcessHandle::destroy);
    }

    /** Ends it at once (SIGKILL), as a power cut or the kernel would, and waits until it is gone. */
    public void kill() {
        process().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd(KILL_PATIENCE);
    }

    /** Asks it to end, and kills it when it has not within the time; returns whether it ended by itself. */
    public boolean stop(Duration patience) {
        terminate();
        boolean peacefully = awaitEnd(patience);
        if (!peacefully) {
            kill();
        }
        return peacefully;
    }

    /** Waits for its end; returns whether it ended in time. */
    public boolean awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (alive()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            pause(process());
        }
        pidFile.delete();
        return true;
    }

    /** A failure that shows how this child ended. */
    public LaunchFailure failure(String problem) {
        return new LaunchFailure(
                problem, "Its log is " + log.path() + "; the last lines are below.", log.tail(TAIL_LINES));
    }

    private static void pause(Optional<ProcessHandle> process) {
        try {
            if (process.isPresent()) {
                process.get().onExit().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException stillRunning) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a process to end", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for a process to end", e);
        }
    }
}
