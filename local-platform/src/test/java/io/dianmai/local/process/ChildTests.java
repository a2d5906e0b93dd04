package io.dianmai.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTests {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path data;

    @AfterEach
    void leaveNothingRunning() {
        child().kill();
    }

    @Test
    void isFoundAgainByAnotherCommand() {
        assertThat(child().start(shell("exec sleep 60"))).isTrue();

        assertThat(child().alive()).isTrue();
        assertThat(child().start(shell("exec sleep 60"))).isFalse();
    }

    @Test
    void endsWhenAsked() {
        child().start(shell("exec sleep 60"));

        assertThat(child().stop(PATIENCE)).isTrue();
        assertThat(child().alive()).isFalse();
    }

    @Test
    void isKilledWhenItDoesNotEndAndThatIsSaid() throws IOException, InterruptedException {
        child().start(shell("trap '' TERM; echo deaf; while true; do sleep 0.1; done"));
        awaitLine("deaf");

        assertThat(child().stop(Duration.ofMillis(200))).isFalse();
        assertThat(child().alive()).isFalse();
    }

    @Test
    void leavesAProcessAloneThatGotItsPidLater() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Path pidFile = data.resolve("run/some.pid");
        Files.createDirectories(pidFile.getParent());
        long started = self.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(pidFile, self.pid() + " " + (started - 60_000));

        assertThat(child().alive()).isFalse();
        Files.writeString(pidFile, self.pid() + " " + started);
        assertThat(child().alive()).isTrue();
        Files.delete(pidFile);
    }

    @Test
    void trustsNoTornPidFile() throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/some.pid"), "12");

        assertThat(child().alive()).isFalse();
    }

    @Test
    void showsItsLastWordsWhenItDiesWhileItIsWaitedFor() {
        child().start(shell("echo first; echo no room >&2; exit 3"));

        assertThatThrownBy(() -> Wait.until(child(), () -> false, PATIENCE))
                .isInstanceOfSatisfying(
                        LaunchFailure.class,
                        failure -> assertThat(failure.evidence()).contains("no room"));
    }

    @Test
    void isWaitedForNoLongerThanAgreed() {
        child().start(shell("exec sleep 60"));

        assertThatThrownBy(() -> Wait.until(child(), () -> false, Duration.ofMillis(1)))
                .hasMessageContaining("was not ready");
    }

    private Child child() {
        return new Child(data, "some");
    }

    private ChildSpec shell(String script) {
        return new ChildSpec("some", List.of("sh", "-c", script), Map.of(), data);
    }

    private void awaitLine(String line) throws InterruptedException {
        while (!child().log().tail(1).contains(line)) {
            Thread.sleep(10);
        }
    }
}
