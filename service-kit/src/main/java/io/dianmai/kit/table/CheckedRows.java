package io.dianmai.kit.table;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.util.List;
import java.util.function.Consumer;

/** Holds rows to the limits before anybody sees them; blank ones are left out. */
final class CheckedRows {
    private final TableLimits limits;
    private final Consumer<TableRow> sink;
    private int rows;

    CheckedRows(TableLimits limits, Consumer<TableRow> sink) {
        this.limits = limits;
        this.sink = sink;
    }

    void accept(int line, List<TableCell> cells) throws UnreadableTable {
        TableRow row = new TableRow(line, upToLast(cells));
        if (row.isBlank()) {
            return;
        }
        if (++rows > limits.rows()) {
            throw new UnreadableTable(Reason.TOO_LARGE, "A file has at most " + limits.rows() + " rows.");
        }
        if (row.cells().size() > limits.columns()) {
            throw new UnreadableTable(
                    Reason.TOO_LARGE, "Line " + line + " has more than " + limits.columns() + " columns.");
        }
        if (row.cells().stream().anyMatch(cell -> cell.text().length() > limits.cellChars())) {
            throw new UnreadableTable(
                    Reason.TOO_LARGE,
                    "Line " + line + " has a cell of more than " + limits.cellChars() + " characters.");
        }
        sink.accept(row);
    }

    /** Formatted cells without content trail many a row. */
    private static List<TableCell> upToLast(List<TableCell> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }
}
