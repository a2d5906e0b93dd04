package io.dianmai.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** placeholder */
public record Chart(Map<String, Object> results) {
    public static Chart of(Map<String, Object> results) {
        return new Chart(results);
    }

    public void write(Path file) {
        try {
            Files.writeString(file, "<svg xmlns='http://www.w3.org/2000/svg'/>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
