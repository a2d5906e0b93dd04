package io.dianmai.kit.table;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet that is shown of an XLSX file that {@link XlsxParts} has let pass. */
final class XlsxRows {
    /** With the formats of cells, and with a faulty cell as a cell instead of an end of reading. */
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private XlsxRows() {}

    static void read(TableSource source, CheckedRows rows) throws UnreadableTable {
        try (ReadableWorkbook book = open(source);
                Stream<Row> sheet = firstSheet(book)) {
            Iterator<Row> iterator = sheet.iterator();
            for (Row row = next(iterator); row != null; row = next(iterator)) {
                rows.accept(row.getRowNum(), cells(row));
            }
        } catch (IOException failed) {
            throw damaged(failed);
        }
    }

    private static ReadableWorkbook open(TableSource source) throws UnreadableTable {
        try {
            return source.workbook(OPTIONS);
        } catch (IOException | RuntimeException noWorkbook) {
            throw damaged(noWorkbook);
        }
    }

    private static Stream<Row> firstSheet(ReadableWorkbook book) throws UnreadableTable {
        try {
            Sheet sheet = book.getSheets()
                    .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseGet(book::getFirstSheet);
            return sheet.openStream();
        } catch (IOException | RuntimeException noSheet) {
            throw damaged(noSheet);
        }
    }

    private static @Nullable Row next(Iterator<Row> rows) throws UnreadableTable {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException broken) {
            throw damaged(broken);
        }
    }

    private static List<TableCell> cells(Row row) {
        return IntStream.range(0, row.getCellCount())
                .mapToObj(
                        index -> row.getOptionalCell(index).map(XlsxCell::read).orElse(TableCell.EMPTY))
                .toList();
    }

    private static UnreadableTable damaged(Exception cause) {
        return new UnreadableTable(Reason.BROKEN, "It begins like an XLSX file but is damaged.", cause);
    }
}
