package io.dianmai.kit.table;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads CSV and XLSX files row by row: never more than the file itself, its shared texts and one row are in memory.
 * Which of the two it is shows in the bytes, for what browsers say of a file depends on the programs installed.
 */
public final class TableReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TableReader() {}

    /**
     * Hands every row that holds something to {@code sink}, of an XLSX file those of its first sheet.
     *
     * @throws UnreadableTable when the file cannot be read or goes beyond a limit; rows before that were handed over
     * @throws IOException when the stream fails
     */
    public static void read(InputStream file, TableLimits limits, Consumer<TableRow> sink)
            throws IOException, UnreadableTable {
        byte[] bytes = file.readNBytes(Math.toIntExact(limits.bytes() + 1));
        if (bytes.length > limits.bytes()) {
            throw new UnreadableTable(Reason.TOO_LARGE, "A file has at most " + limits.bytes() + " bytes.");
        }
        if (startsWith(bytes, OLE2)) {
            throw new UnreadableTable(
                    Reason.PROTECTED,
                    "It has a password or is an old .xls: save it as .xlsx without password, or as CSV.");
        }
        CheckedRows rows = new CheckedRows(limits, sink);
        if (startsWith(bytes, ZIP)) {
            XlsxParts.check(bytes, limits);
            XlsxRows.read(bytes, rows);
        } else {
            CsvRows.read(bytes, rows);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
