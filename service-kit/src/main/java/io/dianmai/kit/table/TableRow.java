package io.dianmai.kit.table;

import java.util.List;

/**
 * One row that holds something.
 *
 * @param line in the file, as editors and spreadsheets number it, from 1
 */
public record TableRow(int line, List<TableCell> cells) {
    public TableRow {
        cells = List.copyOf(cells);
    }

    /** The cell at this index, from 0; an empty one beyond the last. */
    public TableCell cell(int index) {
        return index < cells.size() ? cells.get(index) : TableCell.EMPTY;
    }

    boolean isBlank() {
        return cells.stream().allMatch(TableCell::isBlank);
    }
}
