package io.dianmai.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a JVM of the same JDK as this one, with a bounded heap and the collector that suits its size.
 * Memory is kept to what is in use: the heap begins at a third of its bound and follows what lives in it, headers of objects are
 * the short ones, and what the compilers leave behind goes back to the system. The gateway under load holds 400 MB so, and 500
 * without, at the same speed. Heap and compiled code are in large pages where the system has them: a young process spends
 * much of its time on looking pages up (ADR 32).
 *
 * <p>With {@link #archivedIn} the JVM keeps its loaded classes in an archive that it writes by itself when it first ends in peace
 * and renews when the class path changed; a missing or unreadable archive only costs start time. For a service that is 8 s of
 * processor time instead of 12; the newer AOT cache needs 5.5, but its making takes 30 more when the process ends.
 */
public final class JavaCommand {
    /** From here on one thread collects too slowly: an engine on two cores counts a seventh more with two. */
    private static final int LARGE = 384;

    private final List<String> arguments = new ArrayList<>();

    private JavaCommand(int heapMegabytes) {
        arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        arguments.add("-Xmx" + heapMegabytes + "m");
        arguments.add("-Xms" + heapMegabytes / 3 + "m");
        with(heapMegabytes < LARGE ? "-XX:+UseSerialGC" : "-XX:+UseParallelGC");
        with("-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40");
        with("-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError");
        if (System.getProperty("os.name").equals("Linux")) {
            // Elsewhere the JVM does not know these options, and does not start with them.
            with("-XX:TrimNativeHeapInterval=10000", "-XX:+UseTransparentHugePages");
        }
    }

    public static JavaCommand withHeap(int heapMegabytes) {
        return new JavaCommand(heapMegabytes);
    }

    public JavaCommand archivedIn(Path archive) {
        try {
            Files.createDirectories(archive.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return readingArchive(archive).with("-XX:+AutoCreateSharedArchive");
    }

    /** Uses the archive that another JVM of the same classes keeps, if there is one. */
    public JavaCommand readingArchive(Path archive) {
        return with("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off", "-Xlog:aot*=off");
    }

    public JavaCommand with(String... jvmArguments) {
        arguments.addAll(List.of(jvmArguments));
        return this;
    }

    /** Ends the command: a main class on a class path, with its arguments. */
    public List<String> main(String classPath, String mainClass, String... programArguments) {
        with("-cp", classPath, mainClass);
        with(programArguments);
        return List.copyOf(arguments);
    }

    /** Ends the command: an executable jar, with its arguments. */
    public List<String> jar(Path jar, String... programArguments) {
        with("-jar", jar.toString());
        with(programArguments);
        return List.copyOf(arguments);
    }
}
