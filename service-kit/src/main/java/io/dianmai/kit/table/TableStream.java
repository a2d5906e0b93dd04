package io.dianmai.kit.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row, of which never more than a few rows are in memory. Cells are texts, numbers, truth values,
 * dates, or null for nothing. No text is ever a formula, whatever it begins with.
 */
public interface TableStream extends Closeable {
    /** Writes the next row. */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /**
     * Begins a table; it is complete when the stream is closed, which leaves {@code out} open.
     *
     * @param sheet name of the sheet, where the format has sheets
     */
    static TableStream to(OutputStream out, TableFormat format, String sheet) throws IOException {
        return switch (format) {
            case CSV -> new CsvStream(out);
            case XLSX -> new XlsxStream(out, sheet);
        };
    }
}
