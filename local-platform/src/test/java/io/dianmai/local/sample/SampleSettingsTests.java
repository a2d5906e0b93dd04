package io.dianmai.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.local.SignIns;
import io.dianmai.local.process.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSettingsTests {
    private static final Map<String, String> NEEDED = Map.of(
            "DIANMAI_GATEWAY_URL", "http://localhost:8080",
            "DIANMAI_SAMPLE_SIGN_INS", "sign-ins.json",
            "DIANMAI_STATE_DIR", "state");

    @TempDir
    Path folder;

    @Test
    void flowsAtOneFactASecondUnlessSet() {
        assertThat(SampleSettings.from(NEEDED).factsPerSecond()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "fast", "NaN"})
    void refusesARateThatIsNone(String rate) {
        Map<String, String> environment = new HashMap<>(NEEDED);
        environment.put("DIANMAI_SAMPLE_FACTS_PER_SECOND", rate);

        assertThatThrownBy(() -> SampleSettings.from(environment))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("not between");
    }

    @Test
    void keepsHowFarItIs() {
        var file = new StateFile<>(folder.resolve("new"), FeedState.FILE, FeedState.class);
        var state = new FeedState("e", Instant.parse("2026-11-21T02:00:00Z"), 7, false);

        assertThat(file.read()).isEmpty();
        file.write(new FeedState("old", Instant.EPOCH, 1, true));
        file.write(state);

        assertThat(file.read()).contains(state);
    }

    @Test
    void writesSignInsForTheOwnerOnly() throws IOException {
        Path file = folder.resolve("sign-ins.json");
        var signIns = new SignIns(
                List.of(new SignIns.Person("hq", "p", "集团", "GROUP_HQ")), List.of(new SignIns.Client("c", "s", "*")));

        signIns.writeTo(file);

        assertThat(SignIns.read(file)).contains(signIns);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
