package io.dianmai.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run as a child.
 *
 * @param name short and unique on this platform: its pid file, log and archive are called so
 * @param environment set on top of what the command itself was given
 * @param directory where the process stands, created when missing
 */
public record ChildSpec(String name, List<String> command, Map<String, String> environment, Path directory) {
    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
