package io.dianmai.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where it was measured.
 *
 * @param memoryMegabytes of the machine
 * @param loadBefore processes that wanted to run, mean of the last minute; much above zero: the figures are worth little
 */
public record Machine(int cores, String processor, long memoryMegabytes, String jdk, String system, double loadBefore) {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    /** This machine now. */
    public static Machine now() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                processorName(),
                system.getTotalMemorySize() >> 20,
                System.getProperty("java.vendor") + ' ' + System.getProperty("java.runtime.version"),
                System.getProperty("os.name")
                        + ' '
                        + System.getProperty("os.version")
                        + ' '
                        + System.getProperty("os.arch"),
                Math.round(system.getSystemLoadAverage() * 100) / 100.0);
    }

    /** For people. */
    public String text() {
        return "%d cores (%s), %,d MB, %s, %s, load before %.2f"
                .formatted(cores, processor, memoryMegabytes, jdk, system, loadBefore);
    }

    private static String processorName() {
        if (!Files.isReadable(CPU)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
