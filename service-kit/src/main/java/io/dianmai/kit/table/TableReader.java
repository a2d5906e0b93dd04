package io.dianmai.kit.table;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
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
     * Hands every row that holds something to {@code sink}, of an XLSX file those of its first sheet that is not hidden.
     *
     * @throws UnreadableTable when the file cannot be read or goes beyond a limit; rows before that were handed over
     * @throws IOException when the stream fails
     */
    public static void read(InputStream file, TableLimits limits, Consumer<TableRow> sink)
            throws IOException, UnreadableTable {
        byte[] bytes = file.readNBytes(Math.toIntExact(limits.bytes() + 1));
        read(new TableSource.InMemory(bytes), limits, new CheckedRows(limits, sink));
    }

    /**
     * As {@link #read(InputStream, TableLimits, Consumer)} of a file on disk, which is not taken into memory.
     *
     * @throws UnreadableTable when the file cannot be read or goes beyond a limit; rows before that were handed over
     * @throws IOException when the disk fails
     */
    public static void read(Path file, TableLimits limits, Consumer<TableRow> sink)
            throws IOException, UnreadableTable {
        read(new TableSource.OnDisk(file), limits, new CheckedRows(limits, sink));
    }

    private static void read(TableSource source, TableLimits limits, CheckedRows rows)
            throws IOException, UnreadableTable {
        if (source.size() > limits.bytes()) {
            throw new UnreadableTable(Reason.TOO_LARGE, "A file has at most " + limits.bytes() + " bytes.");
        }
        byte[] start = start(source);
        if (startsWith(start, OLE2)) {
            throw new UnreadableTable(
                    Reason.PROTECTED,
                    "It has a password or is an old .xls: save it as .xlsx without password, or as CSV.");
        }
        if (startsWith(start, ZIP)) {
            XlsxParts.check(source, limits);
            XlsxRows.read(source, rows);
        } else {
            CsvRows.read(source, rows);
        }
    }

    private static byte[] start(TableSource source) throws IOException {
        try (InputStream content = source.open()) {
            return content.readNBytes(OLE2.length);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
}
