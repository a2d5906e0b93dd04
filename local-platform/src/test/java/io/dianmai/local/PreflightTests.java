package io.dianmai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.local.process.LaunchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTests {
    @TempDir
    Path folder;

    private Settings settings;

    @BeforeEach
    void onFreePorts() {
        settings = Settings.onFreePorts(folder, folder.resolve("data"));
    }

    @Test
    void findsNothingWrongWithAFreeMachine() {
        assertThatCode(() -> new Preflight(settings).check()).doesNotThrowAnyException();
    }

    @Test
    void namesThePortThatIsTakenAndTheSettingThatMovesIt() throws IOException {
        int port = settings.ports().of(Service.KPI);
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Preflight(settings).check())
                    .hasMessage("port " + port + ", which kpi-service needs, is taken by another program")
                    .isInstanceOfSatisfying(
                            LaunchFailure.class,
                            failure -> assertThat(failure.advice()).contains("DIANMAI_PORT_KPI"));
        }
    }

    @Test
    void namesTheManagementPortToo() throws IOException {
        int port = settings.ports().management(Service.GATEWAY);
        try (ServerSocket _ = new ServerSocket(port)) {
            assertThatThrownBy(() -> new Preflight(settings).check())
                    .hasMessageContaining("port " + port)
                    .isInstanceOfSatisfying(
                            LaunchFailure.class,
                            failure -> assertThat(failure.advice()).contains("DIANMAI_PORT_GATEWAY", "1000 above"));
        }
    }

    @Test
    void refusesADataFolderThatIsAFile() throws IOException {
        Files.writeString(folder.resolve("data"), "");

        assertThatThrownBy(() -> new Preflight(settings).check()).hasMessageContaining("cannot be written");
    }
}
