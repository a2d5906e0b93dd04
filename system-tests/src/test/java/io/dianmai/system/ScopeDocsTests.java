package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in the docs is the table that is tested. */
class ScopeDocsTests {
    private static final Path PAGE = Path.of("..", "docs", "scope.md");

    @Test
    void pageShowsTheTable() throws IOException {
        String header = "| | " + String.join(" | ", ScopeRow.callers()) + " |";
        String rows = ScopeRow.all().stream().map(ScopeDocsTests::line).collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains(header).contains(rows);
    }

    private static String line(ScopeRow row) {
        return "| `" + row.name() + "` | " + String.join(" | ", row.expected().values()) + " |";
    }
}
