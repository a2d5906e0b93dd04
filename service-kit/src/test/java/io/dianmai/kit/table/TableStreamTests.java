package io.dianmai.kit.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableStreamTests {
    @TempDir
    Path folder;

    private static byte[] written(TableFormat format, List<List<? extends @Nullable Object>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableStream table = TableStream.to(out, format, "表")) {
            for (List<? extends @Nullable Object> row : rows) {
                table.row(row);
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatIsReadAgain(TableFormat format) throws Exception {
        byte[] file = written(
                format,
                List.of(
                        List.of("姓名", "a,b", "say \"x\""),
                        Arrays.asList(12L, null, true),
                        List.of(LocalDate.of(2026, 3, 1), LocalDateTime.of(2026, 3, 1, 10, 30), "x")));

        assertThat(Read.rows(file))
                .extracting(Read::texts)
                .containsExactly(
                        List.of("姓名", "a,b", "say \"x\""),
                        List.of("12", "", "true"),
                        List.of("2026-03-01", "2026-03-01T10:30", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/C calc'!A0", "+86 138", "-1+2", "@SUM(A1)", "\t=1", "＝1"})
    void noTextIsEverAFormula(String text) throws Exception {
        List<List<? extends @Nullable Object>> rows = List.of(List.of("a", text));

        assertThat(new String(written(TableFormat.CSV, rows), UTF_8)).contains("'" + text);
        for (TableFormat format : TableFormat.values()) {
            assertThat(Read.rows(written(format, rows)).getFirst().cell(1).text())
                    .isEqualTo(text.strip());
        }
    }

    @Test
    void numbersStayNumbers() throws Exception {
        assertThat(new String(written(TableFormat.CSV, List.of(List.of(-5L))), UTF_8))
                .isEqualTo("\uFEFF-5\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void readsLongFilesFromDisk(TableFormat format) throws Exception {
        Path file = folder.resolve("long");
        int rows = 100_001;
        try (OutputStream out = Files.newOutputStream(file);
                TableStream table = TableStream.to(out, format, "long")) {
            for (int row = 0; row < rows; row++) {
                table.row(List.of("XS-" + row, "王小明", 138_0000_0000L + row));
            }
        }
        List<String> seen = new ArrayList<>();
        TableReader.read(file, TableLimits.large(64 << 20, rows, 40), row -> {
            if (row.line() == rows) {
                seen.add(row.cell(0).text());
            }
        });

        assertThat(seen).containsExactly("XS-" + (rows - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b;c\n1;2,5;3\n", "a\tb\tc\n1\t2,5\t3\n"})
    void knowsOtherSeparatorsByTheFirstLine(String file) throws Exception {
        assertThat(Read.rows(file.getBytes(UTF_8)))
                .extracting(Read::texts)
                .containsExactly(List.of("a", "b", "c"), List.of("1", "2,5", "3"));
    }
}
