package io.dianmai.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;

/** The approved files in the source tree, held against what the code says now. */
final class ApprovedFiles {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final boolean APPROVE = Boolean.getBoolean("approve");
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private ApprovedFiles() {}

    /** Fails when {@code file} does not say {@code generated}; run with {@code -Dapprove=true} it is rewritten. */
    static void assertApproved(String file, JsonNode generated) throws IOException {
        Path path = RESOURCES.resolve(file);
        String text = pretty(generated);
        if (APPROVE) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
        assertThat(path)
                .as(
                        "%s is what the records say. If the change is wanted and additive, approve it:"
                                + " run the tests of contracts with -Dapprove=true, review the diff, run them again",
                        path)
                .exists()
                .content()
                .isEqualTo(text);
    }

    /** Fails unless {@code folder} holds exactly one file per event type. */
    static void assertOneFilePerEvent(String folder) throws IOException {
        Set<String> expected = EventTypes.all().keySet().stream()
                .map(type -> type + ".json")
                .collect(Collectors.toCollection(TreeSet::new));
        try (var files = Files.list(RESOURCES.resolve(folder))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String pretty(JsonNode json) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return EventJson.MAPPER.writer().with(printer).writeValueAsString(json) + "\n";
    }
}
