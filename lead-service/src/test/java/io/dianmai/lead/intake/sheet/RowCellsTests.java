package io.dianmai.lead.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.GradingCriterion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowCellsTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    private static RowCells cells(Column column, String text) {
        return new RowCells(
                new Headers(ImportKind.LEADS, List.of(column.zh())),
                new ImportRow(2, List.of(text), Map.of(), null),
                SHANGHAI,
                NOW);
    }

    private static String flaw(RowCells cells) {
        assertThat(cells.flaws()).hasSize(1);
        assertThat(cells.flaws().getFirst().column()).isEqualTo("A");
        return cells.flaws().getFirst().code();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01|2026-02-28T16:00:00Z",
                "2026/3/1|2026-02-28T16:00:00Z",
                "2026.3.1|2026-02-28T16:00:00Z",
                "20260301|2026-02-28T16:00:00Z",
                "2026年3月1日|2026-02-28T16:00:00Z",
                "2026年3月1日 10时30分|2026-03-01T02:30:00Z",
                "2026/3/1 下午3:05|2026-03-01T07:05:00Z",
                "2026-03-01 10:30|2026-03-01T02:30:00Z",
                "46082|2026-02-28T16:00:00Z",
                "46082.4375|2026-03-01T02:30:00Z",
                "2026-03-01T10:30:15|2026-03-01T02:30:15Z",
                "2026-03-01T10:30:15.250Z|2026-03-01T10:30:15Z",
                "2026-03-01T10:30+01:00|2026-03-01T09:30:00Z",
                "２０２６－０３－０１|2026-02-28T16:00:00Z"
            })
    void readsDaysAndTimesInTheStoresZone(String text, Instant expected) {
        assertThat(cells(LeadColumns.REGISTERED_AT, text).past(LeadColumns.REGISTERED_AT))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, date-invalid",
        "yesterday, date-invalid",
        "4608, date-invalid",
        "13800, date-too-early",
        "2026-13-01, date-invalid",
        "1999-12-31, date-too-early",
        "2026-03-10 10:06, date-in-future",
        "2999-01-01, date-in-future"
    })
    void refusesDaysThatCannotBe(String text, String code) {
        RowCells cells = cells(LeadColumns.REGISTERED_AT, text);

        assertThat(cells.past(LeadColumns.REGISTERED_AT)).isNull();
        assertThat(flaw(cells)).isEqualTo(code);
    }

    @Test
    void allowsForClocksThatRunAhead() {
        assertThat(cells(LeadColumns.REGISTERED_AT, "2026-03-10 10:05").past(LeadColumns.REGISTERED_AT))
                .isEqualTo(NOW.plusSeconds(300));
    }

    @ParameterizedTest
    @CsvSource({
        "1990-05-01, ''",
        "2026-03-10, ''",
        "2026-03-11, date-in-future",
        "1899-12-31, date-too-early",
        "spring, date-invalid"
    })
    void looksWhetherSomebodyCanHaveBeenBornThen(String text, String code) {
        RowCells cells = cells(LeadColumns.BIRTHDAY, text);
        cells.birthday(LeadColumns.BIRTHDAY);

        assertThat(cells.flaws()).extracting(Flaw::code).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "128800|12880000",
                "128,800.00|12880000",
                "¥128800元|12880000",
                "12.88万|12880000",
                "12.88 W|12880000",
                "0|0",
                "0.005|1",
                "RMB 5000|500000"
            })
    void readsMoneyAsPeopleWriteIt(String text, long fen) {
        assertThat(cells(LeadColumns.PRICE, text).fen(LeadColumns.PRICE, false)).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({
        "about nothing, number-invalid",
        "12万元左右, number-invalid",
        "-5, number-out-of-range",
        "1000000000.01, number-out-of-range",
        "=B2*2, formula-cell"
    })
    void refusesWhatIsNoMoney(String text, String code) {
        RowCells cells = cells(LeadColumns.PRICE, text);

        assertThat(cells.fen(LeadColumns.PRICE, false)).isNull();
        assertThat(flaw(cells)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "12-15万|12000000|15000000",
                "12万-15万|12000000|15000000",
                "120000~150000|12000000|15000000",
                "12万至15万|12000000|15000000",
                "15万以内|-|15000000",
                "15万左右|-|15000000",
                "20万以上|20000000|-"
            })
    void readsBudgets(String text, BigDecimal from, BigDecimal to) {
        Amounts.Range range = cells(LeadColumns.BUDGET, text).budget(LeadColumns.BUDGET);

        assertThat(range).isEqualTo(new Amounts.Range(from, to));
    }

    @Test
    void refusesABudgetThatEndsBeforeItBegins() {
        RowCells cells = cells(LeadColumns.BUDGET, "15-12万");

        assertThat(cells.budget(LeadColumns.BUDGET)).isNull();
        assertThat(flaw(cells)).isEqualTo("budget-backwards");
    }

    @ParameterizedTest
    @ValueSource(strings = {"来店", "walk_in", "Walk-In", "展厅", "WALK IN"})
    void knowsWordsInBothLanguages(String text) {
        assertThat(cells(LeadColumns.CHANNEL, text).word(LeadColumns.CHANNEL, Words.CHANNEL))
                .isEqualTo(Channel.WALK_IN);
    }

    @Test
    void everyCriterionHasAChineseWord() {
        assertThat(cells(LeadColumns.CRITERIA, "确定车型颜色、试算分期; 再次看车").words(LeadColumns.CRITERIA, Words.CRITERION, 20))
                .containsExactly(
                        GradingCriterion.MODEL_AND_COLOUR_CHOSEN,
                        GradingCriterion.INSTALMENT_PAPERS_UNDER_WAY,
                        GradingCriterion.CAME_BACK);
        assertThat(Words.CRITERION.known().split(","))
                .hasSize(15)
                .allMatch(word -> word.matches(".*[\\u4e00-\\u9fff].*"));
    }

    @Test
    void saysWhichWordsThereAre() {
        RowCells cells = cells(LeadColumns.LOSS_REASON, "太贵");

        assertThat(cells.word(LeadColumns.LOSS_REASON, Words.LOSS_REASON)).isNull();
        assertThat(cells.flaws().getFirst().reasonZh()).contains("价格 PRICE", "服务 SERVICE");
    }

    @Test
    void neededCellsMustNotBeEmpty() {
        RowCells cells = cells(LeadColumns.CHANNEL, "");

        assertThat(cells.word(LeadColumns.CHANNEL, Words.CHANNEL)).isNull();
        assertThat(flaw(cells)).isEqualTo("missing");
    }

    @Test
    void tellsWhatTheFileSaysOfACell() {
        var cells = new RowCells(
                new Headers(ImportKind.LEADS, List.of("成交价")),
                new ImportRow(7, List.of(""), Map.of(0, "The formula has no result: save the file …"), 3),
                SHANGHAI,
                NOW);

        assertThat(cells.fen(LeadColumns.PRICE, false)).isNull();
        assertThat(cells.flaws()).extracting(Flaw::code).containsExactly("duplicate-reference", "formula-cell");
    }
}
