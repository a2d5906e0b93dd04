package io.dianmai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.local.process.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {
    private static final Path REPOSITORY = Path.of("/repository");

    @Test
    void usesTheDefaultsWhereNothingIsSet() {
        Settings settings = Settings.from(REPOSITORY, Map.of("DIANMAI_PORT_LEAD", " "));

        assertThat(settings.data()).isEqualTo(Path.of("/repository/data"));
        assertThat(settings.gatewayUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.ports().of(Service.LEAD)).isEqualTo(8081);
        assertThat(settings.ports().management(Service.LEAD)).isEqualTo(9081);
        assertThat(settings.ports().controller()).isEqualTo(29093);
        assertThat(settings.heaps()).isEqualTo(new Settings.Heaps(192, 256, 384, 384, 384, 128));
    }

    @Test
    void takesWhatIsSet() {
        Settings settings = Settings.from(
                REPOSITORY,
                Map.of("DIANMAI_DATA", "/elsewhere", "DIANMAI_PORT_KPI", "7000", "DIANMAI_HEAP_SERVICE", "256"));

        assertThat(settings.data()).isEqualTo(Path.of("/elsewhere"));
        assertThat(settings.ports().of(Service.KPI)).isEqualTo(7000);
        assertThat(settings.heaps().service()).isEqualTo(256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eight", "0", "-1", "64536", "99999999999"})
    void namesThePortSettingItCannotUse(String port) {
        assertThatThrownBy(() -> Settings.from(REPOSITORY, Map.of("DIANMAI_PORT_GATEWAY", port)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageStartingWith("DIANMAI_PORT_GATEWAY=" + port + " is not");
    }

    @Test
    void refusesACacheThatDoesNotFitIntoTheHeap() {
        assertThatThrownBy(() -> Settings.from(REPOSITORY, Map.of("DIANMAI_STORE_CACHE_MB", "193")))
                .hasMessageContaining("DIANMAI_STORE_CACHE_MB=193 is not between 1 and 192");
    }

    @ParameterizedTest
    @EnumSource
    void isInTheHelpOfTheCommandWithItsDefault(Setting setting) throws IOException {
        assertThat(Files.readString(Path.of("..", "dianmai"))).contains("  " + setting + "=" + setting.standard());
    }
}
