package io.dianmai.kit.table;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file, in UTF-8 or, as spreadsheets in China write it, in GB18030, of which GBK is a part. */
final class CsvRows {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
    private static final int CHUNK = 8_192;

    private CsvRows() {}

    static void read(TableSource source, CheckedRows rows) throws IOException, UnreadableTable {
        Charset charset = isUtf8(source) ? StandardCharsets.UTF_8 : GB18030;
        CSVFormat format =
                FORMAT.builder().setDelimiter(delimiter(source, charset)).get();
        try (Reader reader = new InputStreamReader(afterBom(source), strict(charset));
                CSVParser parser = format.parse(reader)) {
            read(parser, rows);
        } catch (CharacterCodingException undecodable) {
            throw unreadable(0, undecodable);
        }
    }

    /** Spreadsheets also write semicolons or tabs; the first line tells, where it has no comma. */
    private static char delimiter(TableSource source, Charset charset) throws IOException {
        try (InputStream content = afterBom(source)) {
            String start = new String(content.readNBytes(CHUNK), charset);
            String first = start.lines().findFirst().orElse("");
            return Stream.of(',', '\t', ';')
                    .filter(one -> first.indexOf(one) >= 0)
                    .findFirst()
                    .orElse(',');
        }
    }

    private static void read(CSVParser parser, CheckedRows rows) throws UnreadableTable {
        Iterator<CSVRecord> records = parser.iterator();
        int line = 1;
        for (CSVRecord record = next(records, line); record != null; record = next(records, line)) {
            rows.accept(line, record.stream().map(CsvRows::cell).toList());
            line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
        }
    }

    private static TableCell cell(String text) {
        return TableCell.of(FormulaGuard.unguarded(text));
    }

    /** A row over several lines is told by its first one. */
    private static @Nullable CSVRecord next(Iterator<CSVRecord> records, int line) throws UnreadableTable {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException malformed) {
            throw unreadable(line, malformed.getCause());
        }
    }

    private static UnreadableTable unreadable(int line, @Nullable Throwable cause) {
        return cause instanceof CharacterCodingException
                ? new UnreadableTable(Reason.BROKEN, "It is neither XLSX nor text in UTF-8 or GB18030.", cause)
                : new UnreadableTable(
                        Reason.BROKEN, "Line " + line + " is no CSV: a quoted cell does not end as it should.", cause);
    }

    private static InputStream afterBom(TableSource source) throws IOException {
        var content = new PushbackInputStream(new BufferedInputStream(source.open(), CHUNK), BOM.length);
        byte[] start = content.readNBytes(BOM.length);
        if (!Arrays.equals(start, BOM)) {
            content.unread(start);
        }
        return content;
    }

    private static boolean isUtf8(TableSource source) throws IOException {
        char[] scratch = new char[CHUNK];
        try (Reader reader = new InputStreamReader(afterBom(source), strict(StandardCharsets.UTF_8))) {
            int read;
            do {
                read = reader.read(scratch);
            } while (read >= 0);
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
