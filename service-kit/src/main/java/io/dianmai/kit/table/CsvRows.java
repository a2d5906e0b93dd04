package io.dianmai.kit.table;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
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

    static void read(byte[] bytes, CheckedRows rows) throws UnreadableTable {
        int start = startsWithBom(bytes) ? BOM.length : 0;
        CharsetDecoder decoder = strict(isUtf8(bytes, start) ? StandardCharsets.UTF_8 : GB18030);
        var text = new ByteArrayInputStream(bytes, start, bytes.length - start);
        try (Reader reader = new InputStreamReader(text, decoder);
                CSVParser parser = FORMAT.parse(reader)) {
            read(parser, rows);
        } catch (IOException undecodable) {
            throw unreadable(0, undecodable);
        }
    }

    private static void read(CSVParser parser, CheckedRows rows) throws UnreadableTable {
        Iterator<CSVRecord> records = parser.iterator();
        int line = 1;
        for (CSVRecord record = next(records, line); record != null; record = next(records, line)) {
            rows.accept(line, record.stream().map(TableCell::of).toList());
            line = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
        }
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

    private static boolean startsWithBom(byte[] bytes) {
        return bytes.length >= BOM.length && bytes[0] == BOM[0] && bytes[1] == BOM[1] && bytes[2] == BOM[2];
    }

    private static boolean isUtf8(byte[] bytes, int start) {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer scratch = CharBuffer.allocate(CHUNK);
        CoderResult result;
        do {
            result = decoder.decode(in, scratch.clear(), true);
        } while (result.isOverflow());
        return !result.isError();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
