package io.dianmai.kit.table;

import org.jspecify.annotations.Nullable;

/**
 * One cell.
 *
 * @param text what it holds, without blanks around it: numbers plain ({@code 1234.5}), dates as {@code 2026-01-31},
 *     percentages as they are seen ({@code 16%}); empty when nothing is there
 * @param fault why its content cannot be read, a formula that was never worked out for example
 */
public record TableCell(String text, @Nullable String fault) {
    static final TableCell EMPTY = new TableCell("", null);

    static TableCell of(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? EMPTY : new TableCell(stripped, null);
    }

    static TableCell faulty(String fault) {
        return new TableCell("", fault);
    }

    /** Whether nothing is there. */
    public boolean isBlank() {
        return text.isEmpty() && fault == null;
    }
}
