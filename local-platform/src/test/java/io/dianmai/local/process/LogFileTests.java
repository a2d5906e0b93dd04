package io.dianmai.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTests {
    @TempDir
    Path folder;

    private LogFile log;

    @BeforeEach
    void name() {
        log = new LogFile(folder.resolve("logs/some.log"));
    }

    @Test
    void showsTheLastLines() throws IOException {
        log.rotateWhenLarge();
        Files.writeString(log.path(), "一\n二\n三\n");

        assertThat(log.tail(2)).isEqualTo(List.of("二", "三"));
        assertThat(log.tail(9)).hasSize(3);
    }

    @Test
    void isEmptyBeforeTheFirstStart() {
        assertThat(log.tail(5)).isEmpty();
    }

    @Test
    void makesRoomWhenLarge() throws IOException {
        log.rotateWhenLarge();
        Files.write(log.path(), new byte[21 * 1024 * 1024]);

        log.rotateWhenLarge();

        assertThat(log.path()).doesNotExist();
        assertThat(folder.resolve("logs/some.log.1")).exists();
    }
}
