package io.dianmai.local;

import io.dianmai.local.process.Child;
import io.dianmai.local.process.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * With which ports and heaps the running processes were started. Half a platform on old ports and half on new ones would find
 * nobody, so settings change only while nothing runs.
 */
final class RunningSettings {
    private final Platform platform;
    private final Path file;

    RunningSettings(Platform platform) {
        this.platform = platform;
        this.file = platform.settings().data().resolve("run").resolve("settings");
    }

    /** Fails when processes run with other settings than these; else writes these down for the next time. */
    void claim() {
        String current = platform.settings().toString();
        try {
            boolean running = platform.children().stream().anyMatch(Child::alive);
            if (running && Files.exists(file) && !Files.readString(file).equals(current)) {
                throw new LaunchFailure(
                        "the platform runs already, with other settings", "Run ./dianmai down first, then up again.");
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, current);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
