package io.dianmai.kit.table;

/**
 * How much of a file is read at most.
 *
 * @param bytes of the file as it was sent; this many are held in memory, unless the file is on disk
 * @param inflatedBytes of all parts of an XLSX file together
 * @param ratio how many times larger a part of an XLSX file may become when it is inflated
 * @param rows that hold anything
 * @param columns of a row
 * @param cellChars characters of one cell
 */
public record TableLimits(long bytes, long inflatedBytes, int ratio, int rows, int columns, int cellChars) {
    private static final long MEGABYTE = 1 << 20;

    /** For files that people fill in by hand or export from another system. */
    public static final TableLimits USUAL = new TableLimits(4 * MEGABYTE, 48 * MEGABYTE, 200, 20_000, 100, 1_000);

    /** For long lists, which come as files on disk: rows and one line of headers. */
    public static TableLimits large(long bytes, int rows, int columns) {
        return new TableLimits(bytes, 16 * bytes, 200, rows + 1, columns, 1_000);
    }
}
