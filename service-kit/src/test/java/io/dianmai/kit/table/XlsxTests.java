package io.dianmai.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kit.table.UnreadableTable.Reason;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class XlsxTests {
    private static List<String> only(String cells) throws Exception {
        return Read.texts(
                Read.rows(Workbooks.ofRows("<row r=\"1\">" + cells + "</row>")).getFirst());
    }

    private static TableCell first(String cell) throws Exception {
        return Read.rows(Workbooks.ofRows("<row r=\"1\">" + cell + "</row>"))
                .getFirst()
                .cell(0);
    }

    @Test
    void readsItsOwnTemplate() throws Exception {
        List<List<String>> rows = List.of(List.of("门店", "指标"), List.of("S01", "orders"));

        assertThat(Read.rows(TableWriter.xlsx("目标", rows)))
                .extracting(Read::texts)
                .isEqualTo(rows);
    }

    @Test
    void numbersAreAsTheyWereTyped() throws Exception {
        assertThat(only("<c r=\"A1\"><v>0.30000000000000004</v></c><c r=\"B1\"><v>1.2E7</v></c><c"
                        + " r=\"C1\"><v>12.50</v></c>"))
                .containsExactly("0.3", "12000000", "12.5");
    }

    @Test
    void datesAndPercentagesAreAsTheyAreSeen() throws Exception {
        assertThat(only("<c r=\"A1\" s=\"1\"><v>46023</v></c><c r=\"B1\" s=\"2\"><v>0.16</v></c>"))
                .containsExactly("2026-01-01", "16%");
    }

    @Test
    void readsTheFirstSheetThatIsShown() throws Exception {
        Map<String, String> parts = Workbooks.parts(sheetOf("hidden"));
        parts.computeIfPresent(
                "xl/workbook.xml",
                (_, book) -> book.replace(
                        "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/>",
                        "<sheet name=\"H\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"S\""
                                + " sheetId=\"2\" r:id=\"rId3\"/><sheet name=\"T\" sheetId=\"3\" r:id=\"rId1\"/>"));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (_, relations) -> relations.replace(
                        "</Relationships>",
                        "<Relationship Id=\"rId3\""
                                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                                + " Target=\"worksheets/sheet2.xml\"/></Relationships>"));
        parts.computeIfPresent(
                "[Content_Types].xml",
                (_, types) -> types.replace(
                        "</Types>",
                        "<Override PartName=\"/xl/worksheets/sheet2.xml\""
                                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"));
        parts.put("xl/worksheets/sheet2.xml", sheetOf("shown"));

        assertThat(Read.rows(Workbooks.zip(parts))).extracting(Read::texts).containsExactly(List.of("shown"));
    }

    private static String sheetOf(String text) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c"
                + " r=\"A1\" t=\"inlineStr\"><is><t>" + text
                + "</t></is></c></row></sheetData></worksheet>";
    }

    @Test
    void cellsThatAreNotThereAreEmpty() throws Exception {
        assertThat(only("<c r=\"B1\"><v>1</v></c><c r=\"D1\" t=\"inlineStr\"><is><t> x </t></is></c><c"
                        + " r=\"F1\" s=\"1\"/>"))
                .containsExactly("", "1", "", "x");
    }

    @Test
    void aFormulaIsWhatItCameTo() throws Exception {
        assertThat(only("<c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>\"a\"</f><v>S01</v></c>"
                        + "<c r=\"C1\" s=\"1\"><f>TODAY()</f><v>46023</v></c>"))
                .containsExactly("2", "S01", "2026-01-01");
    }

    @Test
    void aFormulaWithoutResultIsAFault() throws Exception {
        assertThat(first("<c r=\"A1\"><f>B1*2</f></c>").fault()).contains("formula has no result");
        assertThat(first("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>").fault())
                .contains("error");
        assertThat(first("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>").fault()).contains("error");
    }

    @Test
    void aNumberThatWouldFillTheMemoryIsAFault() throws Exception {
        assertThat(first("<c r=\"A1\"><v>1E900000000</v></c>").fault()).contains("out of range");
        assertThat(first("<c r=\"A1\"><v>1E-900000000</v></c>").fault()).contains("out of range");
        assertThat(first("<c r=\"A1\" s=\"1\"><v>1E25</v></c>").fault()).contains("out of range");
        assertThat(first("<c r=\"A1\"><v>twelve</v></c>").fault()).contains("error");
    }

    @Test
    void tellsLinesAsTheSpreadsheetDoes() throws Exception {
        byte[] file = Workbooks.ofRows(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"4\"><c r=\"A4\"><v>4</v></c></row>");

        assertThat(Read.rows(file)).extracting(TableRow::line).containsExactly(1, 4);
    }

    @Test
    void tenThousandRowsComeOneByOne() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(row -> rows.add(List.of("S" + row, "orders", "2026", "1200")));
        int[] seen = new int[2];

        TableReader.read(new ByteArrayInputStream(TableWriter.xlsx("S", rows)), TableLimits.USUAL, row -> {
            seen[0]++;
            seen[1] = row.line();
        });

        assertThat(seen).containsExactly(10_000, 10_000);
    }

    @Test
    void refusesABomb() {
        byte[] bomb = Workbooks.ofRows(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "a".repeat(3_000_000) + "</t></is></c></row>");

        assertThat(bomb).hasSizeLessThan(10_000);
        Read.refused(bomb, Reason.BOMB, "too large");
    }

    @Test
    void aBombThatLiesAboutItsSizeIsNotBelieved() {
        byte[] bomb = Workbooks.ofRows(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "a".repeat(3_000_000) + "</t></is></c></row>");
        ByteBuffer bytes = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bomb.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.putInt(at + 24, 100);
            }
        }

        Read.refused(bomb, Reason.BOMB, "too large");
    }

    @Test
    void partsAreCountedTogether() {
        Map<String, String> parts = Workbooks.parts("<worksheet/>");
        for (int i = 0; i < 10; i++) {
            parts.put("media/" + i, "a".repeat(900_000));
        }
        TableLimits eight = new TableLimits(1 << 20, 8 << 20, 200, 10, 10, 10);

        Read.refused(Workbooks.zip(parts), eight, Reason.BOMB, "too large");
    }

    @Test
    void refusesACellThatLiesFarOut() {
        Read.refused(
                Workbooks.ofRows("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"),
                Reason.BROKEN,
                "beyond the last column");
        Read.refused(
                Workbooks.ofRows("<row r=\"1\"><c r=\"$XFE$1\"><v>1</v></c></row>"),
                Reason.BROKEN,
                "beyond the last column");
        Read.refused(Workbooks.ofRows("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"), Reason.TOO_LARGE, "columns");
    }

    @Test
    void refusesADocumentType() {
        String entities =
                "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>";

        Read.refused(Workbooks.ofSheet(entities), Reason.BROKEN, "document type");
    }

    @Test
    void refusesWhatIsProtectedOrOld() {
        byte[] ole2 = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 512);

        Read.refused(ole2, Reason.PROTECTED, "password");
    }

    @Test
    void refusesWhatIsBroken() {
        byte[] whole = TableWriter.xlsx("S", List.of(List.of("a")));

        Read.refused(Arrays.copyOf(whole, whole.length / 2), Reason.BROKEN, "damaged");
        Read.refused(Workbooks.zip(Map.of("a.txt", "x")), Reason.BROKEN, "damaged");
        Read.refused(Workbooks.ofSheet("<worksheet><sheetData><row"), Reason.BROKEN, "damaged");
    }
}
