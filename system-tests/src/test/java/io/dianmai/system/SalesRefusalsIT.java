package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a sale cannot be, each refused with a problem of its own. */
@ExtendWith(OnThePlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesRefusalsIT {
    private static final int MEGABYTE = 1 << 20;

    private final Week week = Week.last();
    private final Dealership dealership;
    private final Acts acts;
    private final Door door;

    SalesRefusalsIT(RunningPlatform platform) {
        this.door = platform.door();
        this.dealership = Dealership.open(platform, "sales-refusals", week.day("Wed"));
        this.acts = new Acts(door, dealership, week);
    }

    @BeforeAll
    void putSomebodyOnFile() {
        acts.register("Mon 10:00", "a1", "open", "PHONE", Map.of()).expectSuccess();
        acts.register("Mon 10:00", "a1", "lost", "PHONE", Map.of()).expectSuccess();
        acts.sale("Mon 11:00", "gm", "lost", "/loss", Map.of("reason", "PRICE")).expectSuccess();
    }

    @Test
    void nothingIsDeliveredThatWasNotOrdered() {
        Map<String, ?> delivery = Map.of(
                "orderRef",
                "SO-1",
                "grossProfit",
                1,
                "accessoryRevenue",
                0,
                "newEnergy",
                false,
                "flagship",
                false,
                "insured",
                false,
                "stockAgeDays",
                1);

        expect(acts.sale("Tue 10:00", "a1", "open", "/delivery", delivery), 409, "lead-not-ordered");
    }

    @Test
    void nobodyIsLostTwiceOrDrivesAfterwards() {
        expect(acts.sale("Tue 10:00", "gm", "lost", "/loss", Map.of("reason", "PRICE")), 409, "lead-already-lost");
        expect(
                acts.sale("Tue 10:00", "a1", "lost", "/test-drives", drive("Tue 10:00", "Tue 10:30")),
                409,
                "lead-closed");
        expect(acts.sale("Tue 10:00", "gm", "open", "/reactivation", Map.of()), 409, "lead-not-lost");
    }

    @Test
    void aTestDriveEndsAfterItStarted() {
        expect(
                acts.sale("Tue 12:00", "a1", "open", "/test-drives", drive("Tue 10:30", "Tue 10:00")),
                422,
                "test-drive-ends-before-start");
        expect(
                acts.sale("Tue 12:00", "a1", "open", "/test-drives", drive("Tue 10:30", "Thu 10:00")),
                422,
                "test-drive-too-long");
    }

    @Test
    void twoPeopleDoNotChangeOneLeadUnseen() {
        acts.register("Mon 10:00", "a1", "contested", "PHONE", Map.of()).expectSuccess();

        assertThat(hurry("a1").status()).isEqualTo(200);
        expect(hurry("a2"), 412, "stale-version");
    }

    /** Of who has read the lead as it was registered. */
    private Door.Answer hurry(String who) {
        byte[] card = Json.write(Map.of("interest", Map.of("urgency", "HIGH"))).getBytes(StandardCharsets.UTF_8);
        return door.call(
                "PATCH",
                acts.of("contested"),
                dealership.token(who),
                card,
                "Content-Type",
                Door.JSON,
                "If-Match",
                "\"1\"");
    }

    @Test
    void nobodyGetsACustomerAfterTheLastWorkingDay() {
        dealership.leaves("a4", week.day("Mon"));
        Waiting.until(
                "the registry's word is heard where leads are",
                Duration.ofSeconds(20),
                () -> expect(
                        acts.put(
                                "gm",
                                "/api/advisor-loads/" + dealership.staff("a4") + "/days-off",
                                Map.of("storeId", dealership.storeId(), "days", List.of())),
                        422,
                        "advisor-not-at-store"));

        expect(
                acts.sale("Fri 10:00", "gm", "open", "/assignment", Map.of("advisorId", dealership.staff("a4"))),
                422,
                "advisor-not-at-store");
    }

    @Test
    void aPhoneHasNoLettersAndNoConsentIsOfTomorrow() {
        expect(
                acts.register("Tue 10:00", "a1", "letters", "PHONE", Map.of("phone", "1380013ABCD")),
                400,
                "not-a-phone");
        Map<String, ?> consent =
                Map.of("calls", true, "messages", true, "givenAt", Instant.now().plusSeconds(3600));
        expect(
                acts.register("Tue 10:00", "a1", "early", "PHONE", Map.of("consent", consent)),
                422,
                "consent-in-future");
    }

    @Test
    void everyFlawOfARowIsNamed() {
        String csv = """
            渠道,电话,生日,客户姓名,登记时间,销售顾问
            来店,1380741abcd,,,,
            来店,,2050-01-01,,,
            来店,,,=1+1,,
            来店,1.38E+10,,,,
            来店,,,,2050-01-01,
            走进来,,,,,
            来店,,,,,nobody
            来店,13807413001,1990年1月1日,钱女士,%s,
            """.formatted(week.day("Mon"));

        JsonNode job = acts.importLeads("sm", csv, Charset.forName("GBK"));

        assertThat(job.path("created").asInt()).as(job.toString()).isEqualTo(1);
        List<JsonNode> verdicts =
                acts.items("sm", "/api/imports/" + job.path("id").asString() + "/verdicts?state=BAD");
        assertThat(verdicts)
                .extracting(verdict -> verdict.at("/flaws/0/code").asString())
                .containsExactly(
                        "phone-invalid",
                        "date-in-future",
                        "formula-cell",
                        "phone-rounded",
                        "date-in-future",
                        "word-unknown",
                        "advisor-unknown");
    }

    @Test
    void aZipBombIsNotBlownUp() {
        expect(
                importing("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bomb()),
                413,
                "table-inflates");
        expect(importing("text/csv", new byte[0]), 422, "import-empty");
    }

    @Test
    void anXmlDocumentReadsNoFiles() {
        String external = """
            <?xml version="1.0"?><!DOCTYPE adf [<!ENTITY x SYSTEM "file:///etc/hostname">]>
            <adf><prospect><customer><contact><name>&x;</name></contact></customer></prospect></adf>\
            """;

        expect(adf(external), 422, "adf-document-type");
        expect(adf("<adf><prospect></adf>"), 422, "adf-broken");
        expect(adf("<adf/>"), 422, "adf-empty");
    }

    private Door.Answer adf(String document) {
        return acts.send(
                "system", "/api/adf?storeId=" + dealership.storeId(), "text/xml", document, StandardCharsets.UTF_8);
    }

    private Door.Answer importing(String contentType, byte[] file) {
        return door.call(
                "POST",
                "/api/imports?kind=leads&mode=preview&storeId=" + dealership.storeId(),
                dealership.token("sm"),
                file,
                "Content-Type",
                contentType);
    }

    private Map<String, ?> drive(String from, String to) {
        var drive = new LinkedHashMap<String, Object>();
        drive.put("model", "Yunhai X5");
        drive.put("startedAt", week.at(from));
        drive.put("endedAt", week.at(to));
        return drive;
    }

    /** A few kilobytes that come to 60 MB. */
    private static byte[] bomb() {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x>".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 20; i++) {
                    zip.write(" ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII));
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void expect(Door.Answer answer, int status, String problem) {
        assertThat(answer.problem()).as(answer.status() + " " + answer.body()).isEqualTo(problem);
        assertThat(answer.status()).isEqualTo(status);
    }
}
