package io.dianmai.kit.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** XLSX with one sheet, whose texts stand in their cells: a table of shared texts would grow with the file. */
final class XlsxStream implements TableStream {
    private static final int FLUSHED = 200;
    private static final String DATE = "yyyy-mm-dd";
    private static final String TIME = "yyyy-mm-dd hh:mm";

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    XlsxStream(OutputStream out, String sheet) {
        this.book = new Workbook(new Unclosed(out), "Dianmai", "1.0");
        this.sheet = book.newWorksheet(sheet);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell != null) {
                write(column, cell);
            }
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Object cell) {
        switch (cell) {
            case Number number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format(DATE).set();
            }
            case LocalDateTime time -> {
                sheet.value(row, column, time);
                sheet.style(row, column).format(TIME).set();
            }
            default -> sheet.inlineString(row, column, cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    /** The end of the table is not the end of what it is written to. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
