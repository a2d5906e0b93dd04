package io.dianmai.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The last result of each bench, by name, with when and where it was measured. */
public final class ResultFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    public ResultFile(Path file) {
        this.file = file;
    }

    /** Puts a result in the place of the former one of its name; gives all that are there now. */
    public JsonNode keep(
            String name, Machine machine, Instant when, Map<String, Integer> sizes, Map<String, Object> figures) {
        Map<String, Object> all = read();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("date", when.truncatedTo(ChronoUnit.SECONDS).toString());
        entry.put("machine", machine);
        entry.put("sizes", sizes);
        entry.put("figures", figures);
        all.put(name, entry);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(all) + '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JSON.valueToTree(all);
    }

    private Map<String, Object> read() {
        return Files.exists(file)
                ? JSON.readValue(file, new TypeReference<LinkedHashMap<String, Object>>() {})
                : new LinkedHashMap<>();
    }
}
