package io.dianmai.kit.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV in UTF-8 with a byte order mark, without which spreadsheets take it for the local encoding. */
final class CsvStream implements TableStream {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    CsvStream(OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.append(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(text, CSVFormat.DEFAULT);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (Object cell : cells) {
            printer.print(cell instanceof String text ? FormulaGuard.guarded(text) : cell);
        }
        printer.println();
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
