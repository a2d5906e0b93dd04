package io.dianmai.lead.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTests {

    @ParameterizedTest
    @EnumSource
    void noHeaderStandsForTwoColumns(ImportKind kind) {
        assertThat(Headers.names(kind)).hasSizeGreaterThan(kind.columns().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"成交价", "成交价(元)", "成交价（元）*", " Price ", "PRICE", "order-price", "Order_Price", "车价【必填】"})
    void knowsAColumnHoweverItIsWritten(String header) {
        assertThat(new Headers(ImportKind.LEADS, List.of(header)).place(LeadColumns.PRICE))
                .isZero();
    }

    @Test
    void namesWhatIsUnknownMissingAndToldTwice() {
        var headers = new Headers(ImportKind.VISITS, List.of("来访时间", "到店日期", "备注", "", "错误原因"));

        assertThat(headers.unknown()).containsExactly("备注");
        assertThat(headers.missing()).containsExactly("来访方式 kind");
        assertThat(headers.twice()).containsExactly("来访时间 visited at");
        assertThat(headers.all())
                .extracting(Headers.Header::column, Headers.Header::meaning)
                .containsExactly(tuple("A", "visited at"), tuple("B", null), tuple("C", null), tuple("E", null));
    }

    @Test
    void countsColumnsAsSpreadsheetsDo() {
        assertThat(List.of(0, 25, 26, 51, 52, 701, 702).stream().map(Headers::letters))
                .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
    }

    @Test
    void leadsHaveFortyColumns() {
        assertThat(LeadColumns.ALL).hasSize(40).doesNotHaveDuplicates();
    }
}
