package io.dianmai.local;

import io.dianmai.local.process.Child;
import io.dianmai.local.process.ChildSpec;
import io.dianmai.local.process.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The sample group in JVMs of its own: fed once with its history, then kept alive at a gentle rate. */
final class SampleProcess {
    static final String NAME = "sample";

    private static final String MAIN_CLASS = "io.dianmai.local.sample.SampleGroup";
    private static final int HEAP_MEGABYTES = 192;

    private final Settings settings;
    private final String classPath;
    private final Child child;

    SampleProcess(Settings settings, String classPath) {
        this.settings = settings;
        this.classPath = classPath;
        this.child = new Child(settings.data(), NAME);
    }

    Child child() {
        return child;
    }

    /** Whether the history was already fed into this data folder, wholly. */
    boolean fed() {
        return Files.exists(marker());
    }

    /** Begins to feed the history; its progress goes to this program's output. */
    Process feed() throws IOException {
        ProcessBuilder feed = new ProcessBuilder(command("feed")).inheritIO();
        feed.environment().putAll(environment());
        return feed.start();
    }

    void markFed() {
        try {
            Files.createDirectories(marker().getParent());
            Files.writeString(marker(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the live facts unless they flow already; returns whether it did. */
    boolean startLive() {
        return child.start(new ChildSpec(NAME, command("live"), environment(), settings.data()));
    }

    private List<String> command(String mode) {
        return JavaCommand.withHeap(HEAP_MEGABYTES).main(classPath, MAIN_CLASS, mode);
    }

    private Map<String, String> environment() {
        return Map.of(
                "DIANMAI_GATEWAY_URL", settings.gatewayUrl(),
                "DIANMAI_SAMPLE_SIGN_INS", settings.signIns().toString(),
                "DIANMAI_STATE_DIR",
                        settings.data().resolve("state").resolve(NAME).toString());
    }

    private Path marker() {
        return settings.data().resolve("state").resolve("sample-fed");
    }
}
