package io.dianmai.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much of the machine's memory a process holds now: from {@code /proc} on Linux, from {@code ps} elsewhere. */
public final class ResidentMemory {
    private ResidentMemory() {}

    /** In megabytes; empty when the system does not say. */
    public static OptionalLong megabytes(ProcessHandle process) {
        try {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            String kilobytes = Files.exists(status) ? fromProc(status) : fromPs(process);
            return OptionalLong.of(Long.parseLong(kilobytes) / 1024);
        } catch (IOException | NumberFormatException gone) {
            return OptionalLong.empty(); // ended in this moment
        }
    }

    private static String fromProc(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .orElse("");
    }

    private static String fromPs(ProcessHandle process) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        try (var output = ps.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
