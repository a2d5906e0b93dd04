package io.dianmai.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A table of expectations that was made by hand: a line is {@code what = value}; lines that begin with # say why. */
final class HandMade {
    private HandMade() {}

    static Map<String, String> table(String name) {
        try (InputStream file = HandMade.class.getResourceAsStream("/dealership-week/" + name)) {
            String text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1], HandMade::twice, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String twice(String first, String second) {
        throw new IllegalStateException("twice in one table: " + first + ", " + second);
    }
}
