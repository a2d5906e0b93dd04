package io.dianmai.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts a command into a session of its own, so that Ctrl-C and a closed terminal do not reach it: by {@code setsid} where there
 * is one (Linux), else by perl (macOS), else by {@code nohup}. Each replaces itself by the command and keeps the pid.
 */
final class Detachment {
    private Detachment() {}

    static List<String> of(List<String> command) {
        List<String> detached = new ArrayList<>(prefix());
        detached.addAll(command);
        return detached;
    }

    private static List<String> prefix() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        if (onPath("perl")) {
            return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV", "--");
        }
        return List.of("nohup");
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
