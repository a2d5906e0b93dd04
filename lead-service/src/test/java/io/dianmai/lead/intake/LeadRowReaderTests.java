package io.dianmai.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.lead.intake.LeadRow.Happening;
import io.dianmai.lead.intake.sheet.Flaw;
import io.dianmai.lead.intake.sheet.Headers;
import io.dianmai.lead.intake.sheet.ImportKind;
import io.dianmai.lead.intake.sheet.ImportRow;
import io.dianmai.lead.intake.sheet.RowCells;
import io.dianmai.lead.lead.LeadCommand;
import io.dianmai.lead.roster.Roster;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadRowReaderTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final Roster ROSTER = new Roster(
            true,
            List.of(
                    member("a1", "王顾问", null),
                    member("a2", "李顾问", LocalDate.of(2026, 3, 9)),
                    member("a3", "张顾问", null),
                    member("a4", "张顾问", null)),
            LocalDate.of(2026, 3, 10));

    private final PersonalDataSealer sealer = Sealers.create();

    private static StaffMember member(String id, String name, @Nullable LocalDate leftOn) {
        return new StaffMember(id, name, List.of(Role.SALES_CONSULTANT), "t1", leftOn);
    }

    private record Read(Optional<LeadRow> row, List<String> codes) {}

    private Read read(String headers, String cells) {
        var row = new RowCells(
                new Headers(ImportKind.LEADS, List.of(headers.split(",", -1))),
                new ImportRow(2, List.of(cells.split(",", -1)), Map.of(), null),
                SHANGHAI,
                NOW);
        var place = new ImportPlace("s1", SHANGHAI, NOW, ROSTER);
        Optional<LeadRow> read = new LeadRowReader(row, place, sealer).read();
        return new Read(read, row.flaws().stream().map(Flaw::code).toList());
    }

    private static List<Class<?>> asked(LeadRow row) {
        return row.later().stream().<Class<?>>map(one -> one.asked().getClass()).toList();
    }

    @Test
    void putsWhatHappenedInTheOrderOfItsTimes() {
        LeadRow row = read("渠道,车型,交车时间,订单时间,成交价,试驾时间", "来店,X5,2026-03-08,2026-03-05,12.88万,2026-03-06 10:00")
                .row()
                .orElseThrow();

        assertThat(asked(row))
                .containsExactly(LeadCommand.Order.class, LeadCommand.TestDrive.class, LeadCommand.Delivery.class);
        assertThat(row.registeredAt()).isEqualTo("2026-03-04T16:00:00Z");
    }

    @Test
    void aDayIsNotBeforeATimeOfThatDay() {
        LeadRow row = read(
                        "渠道,登记时间,车型,订单时间,成交价,交车时间,到店时间", "来店,2026-03-05 10:30,X5,2026-03-05,1000,2026-03-05,2026-03-05")
                .row()
                .orElseThrow();

        assertThat(row.later()).extracting(Happening::at).containsOnly(Instant.parse("2026-03-05T02:30:00Z"));
        assertThat(asked(row)).containsExactly(LeadCommand.Order.class, LeadCommand.Delivery.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "渠道,订单时间,成交价|来店,2026-03-05,1000|order-incomplete",
                "渠道,车型,订单时间|来店,X5,2026-03-05|order-incomplete",
                "渠道,交车时间|来店,2026-03-05|delivery-without-order",
                "渠道,车型,订单时间,成交价,交车时间|来店,X5,2026-03-05,1000,2026-03-04|before-order",
                "渠道,登记时间,到店时间|来店,2026-03-05,2026-03-04|before-registration",
                "渠道,战败时间|来店,2026-03-05|loss-without-reason",
                "渠道,战败原因|来店,价格|loss-without-time",
                "渠道,试驾时间|来店,2026-03-05|test-drive-without-model",
                "渠道,销售顾问|来店,nobody|advisor-unknown",
                "渠道,销售顾问|来店,a2|advisor-left",
                "渠道,销售顾问|来店,李顾问|advisor-left",
                "渠道,销售顾问|来店,张顾问|advisor-ambiguous",
                "渠道,电话|来店,1.38E+10|phone-rounded",
                "渠道,电话|来店,13800OOOOO1|phone-invalid",
                "渠道,生日|来店,2030-01-01|date-in-future",
                "渠道|邮寄|word-unknown"
            })
    void saysWhatIsWrong(String headers, String cells, String code) {
        Read read = read(headers, cells);

        assertThat(read.row()).isEmpty();
        assertThat(read.codes()).contains(code);
    }

    @Test
    void whoHasLeftMayHaveSoldWhatIsClosed() {
        Read sold = read("渠道,登记时间,车型,订单时间,成交价,交车时间,销售顾问", "来店,2026-03-01,X5,2026-03-02,1000,2026-03-03,李顾问");

        assertThat(sold.row().orElseThrow().advisorId()).isEqualTo("a2");
    }

    @Test
    void findsAdvisorsByName() {
        assertThat(read("渠道,销售顾问", "来店,王顾问").row().orElseThrow().advisorId()).isEqualTo("a1");
    }

    @Test
    void isRegisteredNowWhenNoDateIsTold() {
        assertThat(read("渠道", "来店").row().orElseThrow().registeredAt()).isEqualTo(NOW);
    }
}
