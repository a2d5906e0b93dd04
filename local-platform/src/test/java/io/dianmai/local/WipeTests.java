package io.dianmai.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WipeTests {
    @TempDir
    Path data;

    @Test
    void forgetsItsOwnAndLeavesTheFilesOfOthers() throws IOException {
        Files.createDirectories(data.resolve("store/deep"));
        Files.writeString(data.resolve("store/deep/documents.mv"), "");
        Files.writeString(data.resolve("thesis.txt"), "");

        Wipe.all(data);

        assertThat(data.resolve("store")).doesNotExist();
        assertThat(data.resolve("thesis.txt")).exists();
    }
}
