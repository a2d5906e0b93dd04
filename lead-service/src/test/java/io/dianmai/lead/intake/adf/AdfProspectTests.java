package io.dianmai.lead.intake.adf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dianmai.contracts.lead.PaymentMethod;
import io.dianmai.contracts.lead.PurchaseTime;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.lead.intake.LeadRow;
import io.dianmai.lead.intake.Sealers;
import io.dianmai.lead.intake.adf.AdfVerdict.Remark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdfProspectTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

    private final PersonalDataSealer sealer = Sealers.create();

    private AdfProspect of(AdfNode node) {
        return new AdfProspect(node, SHANGHAI, NOW, sealer);
    }

    private AdfProspect sample(String name, int index) throws Exception {
        return of(AdfDocument.prospects(AdfDocumentTests.sample(name)).get(index));
    }

    private AdfProspect with(String inside) throws Exception {
        String text = "<adf><prospect>" + inside
                + "<customer><contact><name>A</name><phone>13800000017</phone></contact></customer></prospect></adf>";
        return of(AdfDocument.prospects(text.getBytes(StandardCharsets.UTF_8)).getFirst());
    }

    @Test
    void takesAWholeProspect() throws Exception {
        LeadRow row = sample("portal-many.xml", 0).read().orElseThrow();

        assertThat(row.reference()).isEqualTo("CarPortal:77013");
        assertThat(row.registeredAt()).isEqualTo("2026-03-01T02:30:00Z");
        assertThat(row.customer().masked().name()).isEqualTo("王*");
        assertThat(row.customer().masked().phone()).isEqualTo("138****0017");
        assertThat(row.interest().model()).isEqualTo("Yunhai X5 Premium");
        assertThat(row.interest().colour()).isEqualTo("珍珠白");
        assertThat(row.interest().budgetTo()).isEqualTo(12_880_000);
        assertThat(row.interest().payment()).isEqualTo(PaymentMethod.INSTALMENTS);
        assertThat(row.interest().tradeInModel()).isEqualTo("2017 Old A3");
        assertThat(row.interest().purchaseTime()).isEqualTo(PurchaseTime.WITHIN_A_MONTH);
    }

    @Test
    void putsChineseNamesTogetherAsTheyAreWritten() throws Exception {
        LeadRow row = sample("portal-many.xml", 1).read().orElseThrow();

        assertThat(sealer.unseal(Objects.requireNonNull(row.customer().name()))).isEqualTo("李小红");
        assertThat(row.registeredAt()).isEqualTo("2026-03-01T02:30:00Z");
        assertThat(row.interest().model()).isEqualTo("Yunhai E3");
    }

    @Test
    void saysWhereAndWhatIsWrong() throws Exception {
        AdfProspect prospect = sample("portal-many.xml", 2);

        assertThat(prospect.read()).isEmpty();
        assertThat(prospect.errors())
                .extracting(Remark::place, Remark::code)
                .containsExactly(tuple("/adf/prospect[3]/customer/contact/phone", "phone-invalid"));
    }

    @Test
    void takesWhatDeviates() throws Exception {
        AdfProspect first = sample("deviating.xml", 0);
        LeadRow row = first.read().orElseThrow();

        assertThat(row.registeredAt()).isEqualTo("2026-03-01T02:30:00Z");
        assertThat(row.customer().masked().phone()).isEqualTo("138****0021");
        assertThat(row.interest().budgetTo()).isNull();
        assertThat(first.notes()).extracting(Remark::code).containsExactly("price-left-out");
        AdfProspect second = sample("deviating.xml", 1);
        assertThat(second.read().orElseThrow().registeredAt()).isEqualTo(NOW);
        assertThat(second.notes()).extracting(Remark::code).containsExactly("requestdate-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01T10:30:00|2026-03-01T02:30:00Z",
                "2026-03-01T02:30:00Z|2026-03-01T02:30:00Z",
                "2026-03-01T10:30:00+0800|2026-03-01T02:30:00Z",
                "3/1/2026 10:30|2026-03-01T02:30:00Z",
                "03/01/2026 10:30 AM|2026-03-01T02:30:00Z",
                "25/2/2026|2026-02-24T16:00:00Z",
                "Mar 1, 2026 10:30 am|2026-03-01T02:30:00Z",
                "1 Mar 2026|2026-02-28T16:00:00Z",
                "Sun, 1 Mar 2026 02:30:00 GMT|2026-03-01T02:30:00Z",
                "20260301T103000|2026-03-01T02:30:00Z"
            })
    void readsTimesAsSendersWriteThem(String text, Instant expected) throws Exception {
        assertThat(with("<requestdate>" + text + "</requestdate>")
                        .read()
                        .orElseThrow()
                        .registeredAt())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"soon, date-invalid", "2999-01-01, date-in-future", "1998-01-01, date-too-early"})
    void refusesTimesThatCannotBe(String text, String code) throws Exception {
        AdfProspect prospect = with("<requestdate>" + text + "</requestdate>");

        assertThat(prospect.read()).isEmpty();
        assertThat(prospect.errors()).extracting(Remark::code).containsExactly(code);
    }
}
