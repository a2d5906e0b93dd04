package io.dianmai.kit.test;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that chooses: {@code -Ddianmai.test.backend=embedded|containers}, else what this machine can run. */
final class SharedBackend {
    static final Backend INSTANCE = choose(System.getProperty("dianmai.test.backend", "auto"));

    private SharedBackend() {}

    private static Backend choose(String wanted) {
        Backend chosen = switch (wanted) {
            case "embedded" -> EmbeddedBackend.start();
            case "containers" -> ContainerBackend.start();
            case "auto" -> ContainerBackend.available() ? ContainerBackend.start() : EmbeddedBackend.start();
            default -> throw new IllegalArgumentException("dianmai.test.backend: " + wanted);
        };
        Logger log = LoggerFactory.getLogger(Backend.class);
        log.info("tests run on {}: broker {}, store {}", chosen, chosen.bootstrapServers(), chosen.mongoUri("<name>"));
        return chosen;
    }
}
