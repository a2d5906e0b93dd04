package io.dianmai.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code scope.table}: an operation, a request for it, and what comes of it for each caller.
 *
 * @param path as the API's document has it
 * @param request the address to ask, with names of things in braces; for example {@code {lead}} of the store in question
 * @param body JSON unless the operation takes something else; empty for none
 * @param before the operation that headquarters carries out first, so that there is something; empty for none
 * @param expected by caller: {@code yes}, or the status of the refusal; with a slash, of the own and of another store
 */
record ScopeRow(String method, String path, String request, String body, String before, Map<String, String> expected) {
    private static final String FILE = "/scope.table";
    private static final int FIRST_CALLER = 5;

    String name() {
        return method + " " + path;
    }

    /** Whether it is about something of a store. */
    boolean hasStore() {
        return ScopeWorld.OF_STORES.matcher(request + body).find();
    }

    @Override
    public String toString() {
        return name();
    }

    static List<String> callers() {
        return cells(lines().getFirst()).stream().skip(FIRST_CALLER).toList();
    }

    static List<ScopeRow> all() {
        List<String> callers = callers();
        return lines().stream().skip(1).map(line -> of(cells(line), callers)).toList();
    }

    private static ScopeRow of(List<String> cells, List<String> callers) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 0; i < callers.size(); i++) {
            expected.put(callers.get(i), cells.get(FIRST_CALLER + i));
        }
        return new ScopeRow(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), expected);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    private static List<String> lines() {
        try (InputStream file = ScopeRow.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
