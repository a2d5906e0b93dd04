package io.dianmai.lead.intake.sheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it came.
 *
 * @param line in the file, from 1
 * @param cells what they say, without the empty ones at the end
 * @param faults why cells cannot be read, by their index
 * @param duplicateOf an earlier line with the same reference
 */
public record ImportRow(
        int line,
        List<String> cells,
        Map<Integer, String> faults,
        @Nullable Integer duplicateOf) {
    public ImportRow {
        cells = List.copyOf(cells);
        faults = Map.copyOf(faults);
    }

    String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    @Nullable
    String fault(int index) {
        return faults.get(index);
    }
}
