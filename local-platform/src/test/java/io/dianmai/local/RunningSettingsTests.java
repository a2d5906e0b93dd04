package io.dianmai.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.local.process.Child;
import io.dianmai.local.process.ChildSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningSettingsTests {
    @TempDir
    Path data;

    private Settings settings;
    private Child gateway;

    @BeforeEach
    void startWithTheseSettings() {
        settings = Settings.onFreePorts(data, data);
        new RunningSettings(new Platform(settings)).claim();
        gateway = new Platform(settings).child(Service.GATEWAY);
        gateway.start(new ChildSpec(gateway.name(), List.of("sleep", "60"), Map.of(), data));
    }

    @AfterEach
    void leaveNothingRunning() {
        gateway.kill();
    }

    @Test
    void canBeClaimedAgain() {
        assertThatCode(() -> new RunningSettings(new Platform(settings)).claim())
                .doesNotThrowAnyException();
    }

    @Test
    void cannotChangeWhileSomethingRuns() {
        assertThatThrownBy(() -> new RunningSettings(withOtherPorts()).claim()).hasMessageContaining("other settings");
    }

    @Test
    void canChangeWhenNothingRuns() {
        gateway.kill();

        assertThatCode(() -> new RunningSettings(withOtherPorts()).claim()).doesNotThrowAnyException();
    }

    private Platform withOtherPorts() {
        return new Platform(Settings.onFreePorts(data, data));
    }
}
