package io.dianmai.lead.intake.adf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dianmai.contracts.lead.PaymentMethod;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedText;
import io.dianmai.lead.intake.LeadRow;
import io.dianmai.lead.intake.Sealers;
import io.dianmai.lead.intake.adf.AdfVerdict.Remark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents as portals, makers, form mailers and shops write them: each has deviations of its own. */
class AdfSamplesTests {
    private final PersonalDataSealer sealer = Sealers.create();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        portal-us.xml        | Harbour Motors:38889  | 2026-03-01T23:30:20Z     | Ann Lee                 | -           | phone-left-out price-left-out
        form-mailer.xml      | -                     | 2026-03-01T00:47:50Z     | 陈 大文                 | 13900000031 | -
        marketplace.xml      | LeadId:8059           | 2026-03-01T02:30:00Z     | José Núñez              | 13900000033 | -
        appraisal.xml        | -                     | 2026-03-01T02:30:00Z     | 周先生                  | 057187654321 | -
        two-contacts.xml     | WX 771                | 2026-03-01T02:30:00Z     | 欧阳伟                  | 13800000034 | vehicle-left-out
        browser-time.xml     | -                     | 2026-03-01T02:30:00Z     | O'Neill & Söhne <GmbH>  | 13800000035 | -
        cut-off-offset.xml   | -                     | 2026-03-01T23:30:20Z     | First Last              | 13800000036 | -
        wechat.xml           | 微信小程序:20260301-1 | 2026-03-01T02:30:00Z     | 王小明                  | 13800000037 | -
        undeclared-latin.xml | -                     | 2026-03-01T02:30:00Z     | José Pérez              | 13800000038 | -
        bom.xml              | -                     | 2026-03-01T02:30:00Z     | 孙 丽                   | 13800000039 | -
        mail-body.xml        | -                     | 2026-03-01T02:30:00Z     | 刘备                    | 13800000040 | -
        namespaced.xml       | maker:Z-9             | 2026-03-01T02:30:00Z     | 赵云                    | 13800000041 | -
        """)
    void takesThemAsTheyAreMeant(
            String name,
            @Nullable String reference,
            Instant time,
            String customer,
            @Nullable String phone,
            @Nullable String notes)
            throws Exception {
        AdfProspect prospect = sample(name);
        LeadRow row = prospect.read().orElseThrow(() -> new AssertionError(prospect.errors()));

        assertThat(row.reference()).isEqualTo(reference);
        assertThat(row.registeredAt()).isEqualTo(time);
        assertThat(unsealed(row.customer().name())).isEqualTo(customer);
        assertThat(unsealed(row.customer().phone())).isEqualTo(phone);
        assertThat(prospect.notes().stream().map(Remark::code).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(notes == null ? "" : notes);
    }

    @Test
    void knowsWhatIsWantedFromWhatIsGivenAway() throws Exception {
        LeadRow used = sample("portal-us.xml").read().orElseThrow();
        assertThat(used.interest().model()).isEqualTo("2021 Yunhai X5 Premium");
        assertThat(used.interest().payment()).isEqualTo(PaymentMethod.LEASE);
        LeadRow sells = sample("appraisal.xml").read().orElseThrow();
        assertThat(sells.interest().model()).isNull();
        assertThat(sells.interest().tradeInModel()).isEqualTo("2016 Old A3");
        LeadRow both = sample("two-contacts.xml").read().orElseThrow();
        assertThat(both.interest().model()).isEqualTo("Yunhai X5");
        assertThat(both.interest().tradeInModel()).isEqualTo("2015 Old C1");
        LeadRow priced = sample("wechat.xml").read().orElseThrow();
        assertThat(priced.interest().budgetTo()).isEqualTo(12_880_000);
    }

    @ParameterizedTest
    @CsvSource({
        "1380000004, phone-invalid",
        "call me, phone-invalid",
        "+86 12345, phone-invalid",
        "13800abcd17, phone-invalid"
    })
    void aPhoneThatIsMeantToBeOfChinaMustBeOne(String phone, String code) throws Exception {
        String text = "<adf><prospect><customer><contact><name>A</name><phone>" + phone
                + "</phone></contact></customer></prospect></adf>";
        AdfProspect prospect =
                of(AdfDocument.prospects(text.getBytes(StandardCharsets.UTF_8)).getFirst());

        assertThat(prospect.read()).isEmpty();
        assertThat(prospect.errors())
                .extracting(Remark::place, Remark::code)
                .containsExactly(tuple("/adf/prospect/customer/contact/phone", code));
    }

    private AdfProspect sample(String name) throws Exception {
        return of(AdfDocument.prospects(AdfDocumentTests.sample("samples/" + name))
                .getFirst());
    }

    private AdfProspect of(AdfNode node) {
        return new AdfProspect(node, ZoneId.of("Asia/Shanghai"), Instant.parse("2026-03-10T02:00:00Z"), sealer);
    }

    private @Nullable String unsealed(@Nullable SealedText text) {
        return text == null ? null : sealer.unseal(text);
    }
}
