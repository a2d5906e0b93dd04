package io.dianmai.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.table.TableLimits;
import io.dianmai.kit.table.TableReader;
import io.dianmai.lead.intake.sheet.Headers;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.ImportRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as people keep them: titles above, blanks around, headers in two lines. */
class SheetPassTests {
    private final List<ImportRow> rows = new ArrayList<>();
    private final SheetPass pass = new SheetPass(ImportKind.LEADS, _ -> {}, rows::add);

    private Headers read(String csv) throws Exception {
        var file = new ByteArrayInputStream(csv.getBytes(Charset.forName("GBK")));
        TableReader.read(file, TableLimits.USUAL, pass);
        return pass.headers();
    }

    private List<String> firstRow() {
        return rows.getFirst().cells();
    }

    @Test
    void titlesAndBlankLinesAboveTheHeadersAreSkipped() throws Exception {
        Headers headers = read("""

            ,,
            2026年3月意向客户名单,,
            制表：展厅,,

             姓名 ,手 机 号,*渠道
            王小明 ,138 0000 0017,来店
            """);

        assertThat(headers.understood()).isEqualTo(3);
        assertThat(firstRow()).containsExactly("王小明", "138 0000 0017", "来店");
        assertThat(rows.getFirst().line()).isEqualTo(7);
    }

    @Test
    void mergedHeadersAreReadFromBothLines() throws Exception {
        Headers headers = read("""
            客户信息,,渠道
            姓名,电话,
            王小明,13800000017,来店
            """);

        assertThat(headers.unknown()).isEmpty();
        assertThat(headers.texts()).containsExactly("姓名", "电话", "渠道");
        assertThat(firstRow()).containsExactly("王小明", "13800000017", "来店");
    }

    @Test
    void aRowIsNotTakenForASecondLineOfHeaders() throws Exception {
        Headers headers = read("""
            姓名,电话,渠道,星座
            王小明,13800000017,来店,白羊
            """);

        assertThat(headers.unknown()).containsExactly("星座");
        assertThat(rows).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"姓名,电话,渠道\n", "姓名,电话,渠道,星座\n", ""})
    void aListWithoutRowsIsEmpty(String csv) {
        assertThatThrownBy(() -> read(csv))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(String.valueOf(problem.getBody().getType()))
                                .endsWith("import-empty"));
    }
}
