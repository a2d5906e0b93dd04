package io.dianmai.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {
    private static final TableLimits SMALL = new TableLimits(200, 1_000, 100, 3, 4, 10);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void readsWhatSpreadsheetsWrite(String charset) throws Exception {
        byte[] file = "门店,指标\r\nS01,展厅客流转化率\r\n".getBytes(Charset.forName(charset));

        assertThat(Read.rows(file))
                .extracting(Read::texts)
                .containsExactly(List.of("门店", "指标"), List.of("S01", "展厅客流转化率"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstTitle() throws Exception {
        assertThat(Read.texts(Read.rows(utf8("\uFEFF门店,x\n")).getFirst())).containsExactly("门店", "x");
    }

    @Test
    void readsItsOwnTemplate() throws Exception {
        List<List<String>> rows = List.of(List.of("门店", "a,b", "say \"x\""), List.of("1", "2", "3"));

        assertThat(Read.rows(TableWriter.csv(rows))).extracting(Read::texts).isEqualTo(rows);
    }

    @Test
    void tellsLinesAsAnEditorDoes() throws Exception {
        List<TableRow> rows = Read.rows(utf8("a,b\n\n\"two\nlines\",c\n , \nd,e"));

        assertThat(rows).extracting(TableRow::line).containsExactly(1, 3, 6);
        assertThat(Read.texts(rows.get(1))).containsExactly("two\nlines", "c");
    }

    @Test
    void cellsAreWithoutBlanksAroundAndEmptyBeyondTheLast() throws Exception {
        TableRow row = Read.rows(utf8("  a ,, b ,,\n")).getFirst();

        assertThat(Read.texts(row)).containsExactly("a", "", "b");
        assertThat(row.cell(7).isBlank()).isTrue();
    }

    @Test
    void anEmptyFileHasNoRows() throws Exception {
        assertThat(Read.rows(new byte[0])).isEmpty();
    }

    @Test
    void refusesWhatIsNoText() {
        Read.refused(new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}, Reason.BROKEN, "UTF-8 or GB18030");
    }

    @Test
    void refusesAQuoteThatDoesNotEnd() {
        Read.refused(utf8("a,b\n\"c,d\n"), Reason.BROKEN, "Line 2");
        Read.refused(utf8("a,b\n1,2\n\"c\"x,d\n"), Reason.BROKEN, "Line 3");
    }

    @Test
    void holdsToEachLimit() throws Exception {
        assertThat(Read.rows(utf8("1\n2\n3\n"), SMALL)).hasSize(3);
        Read.refused(utf8("1\n2\n3\n4\n"), SMALL, Reason.TOO_LARGE, "3 rows");
        assertThat(Read.rows(utf8("1,2,3,4\n"), SMALL)).hasSize(1);
        Read.refused(utf8("1,2,3,4,5\n"), SMALL, Reason.TOO_LARGE, "Line 1 has more than 4 columns");
        assertThat(Read.rows(utf8("a".repeat(10)), SMALL)).hasSize(1);
        Read.refused(utf8("a".repeat(11)), SMALL, Reason.TOO_LARGE, "more than 10 characters");
        assertThat(Read.rows(utf8("\n".repeat(200)), SMALL)).isEmpty();
        Read.refused(utf8("\n".repeat(201)), SMALL, Reason.TOO_LARGE, "200 bytes");
    }
}
