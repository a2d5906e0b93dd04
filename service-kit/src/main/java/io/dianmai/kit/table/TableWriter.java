package io.dianmai.kit.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes small tables of texts, for people to open in a spreadsheet. */
public final class TableWriter {
    /** Without it spreadsheets take UTF-8 for the local encoding. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TableWriter() {}

    /** As CSV in UTF-8. */
    public static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        try {
            for (List<String> row : rows) {
                CSVFormat.DEFAULT.printRecord(text, row.toArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As XLSX with one sheet. */
    public static byte[] xlsx(String sheet, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Dianmai", "1.0")) {
            Worksheet target = book.newWorksheet(sheet);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    target.value(row, column, rows.get(row).get(column));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
