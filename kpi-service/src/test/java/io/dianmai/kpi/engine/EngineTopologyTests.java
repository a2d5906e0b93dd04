package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EngineTopologyTests {
    /** A changed name orphans state: whoever changes this file must say how the state moves. */
    @Test
    void isTheApprovedOne() throws IOException {
        String topology =
                EngineDriver.topology(new SimpleMeterRegistry()).describe().toString();

        try (InputStream approved = getClass().getResourceAsStream("/engine-topology.txt")) {
            assertThat(approved).isNotNull();
            assertThat(topology.strip()).isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
