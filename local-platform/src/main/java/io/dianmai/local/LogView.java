package io.dianmai.local;

import io.dianmai.local.process.Child;
import io.dianmai.local.process.LaunchFailure;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ./dianmai logs}: what a process said last, and with {@code -f} what it goes on to say. */
final class LogView {
    private final Platform platform;

    LogView(Platform platform) {
        this.platform = platform;
    }

    int print(Command.Logs wanted, PrintStream out) {
        Child child = named(wanted.name());
        if (wanted.follow()) {
            follow(child, wanted.lines(), out);
        } else {
            child.log().tail(wanted.lines()).forEach(out::println);
        }
        return 0;
    }

    private static void follow(Child child, int lines, PrintStream out) {
        try {
            child.log().follow(lines, out::print);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** By its name or by a beginning that only one has. */
    private Child named(String name) {
        List<Child> found = platform.children().stream()
                .filter(child -> child.name().startsWith(name))
                .toList();
        if (found.size() != 1) {
            throw new LaunchFailure(
                    "there is no process " + name,
                    "There are: "
                            + platform.children().stream().map(Child::name).collect(Collectors.joining(", ")) + ".");
        }
        return found.getFirst();
    }
}
