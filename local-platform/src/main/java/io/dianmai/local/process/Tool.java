package io.dianmai.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program that is run once and waited for, its output in a file. */
public final class Tool {
    private static final int TAIL_LINES = 20;

    private Tool() {}

    /** Returns when it ended well; else fails with {@code problem} and the end of its output. */
    public static void run(List<String> command, Path output, String problem) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (exitCode(process) != 0) {
            throw new LaunchFailure(
                    problem, "Its output is " + output + "; the end is below.", new LogFile(output).tail(TAIL_LINES));
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
