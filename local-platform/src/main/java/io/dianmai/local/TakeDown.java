package io.dianmai.local;

import io.dianmai.local.process.Child;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ./dianmai down}: stops whatever runs, in peace where it lets itself. */
final class TakeDown {
    private final Platform platform;
    private final Progress progress;

    TakeDown(Platform platform, Progress progress) {
        this.platform = platform;
        this.progress = progress;
    }

    int run() {
        try (UpLock _ = UpLock.take(platform.settings().data())) {
            List<Child> running =
                    platform.children().stream().filter(Child::alive).toList();
            if (running.isEmpty()) {
                progress.step("nothing was running");
                return 0;
            }
            progress.step("stopping " + names(running));
            List<Child> killed = platform.stop(running);
            if (!killed.isEmpty()) {
                progress.step("did not end when asked and were killed: " + names(killed));
            }
            progress.step("stopped; the data stay in " + platform.settings().data());
            return 0;
        }
    }

    private static String names(List<Child> children) {
        return children.stream().map(Child::name).collect(Collectors.joining(", "));
    }
}
