package io.dianmai.aftersales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.Personal.Kind;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.aftersales.ComplaintCategory;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderFinished;
import io.dianmai.contracts.aftersales.RepairOrderHandedOver;
import io.dianmai.contracts.aftersales.RepairOrderOpened;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.RepairOrderSettlementReversed;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.contracts.fact.ComplaintClosed;
import io.dianmai.contracts.fact.ComplaintReceived;
import io.dianmai.contracts.fact.JobSettled;
import io.dianmai.contracts.fact.SettlementReversed;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.contracts.fact.WorkFinished;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import io.dianmai.kit.test.TopicReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DianmaiTest
class AfterSalesIT {
    private static final Instant TIME = Instant.parse("2026-03-02T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String PLATE = "浙A12345";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PersonalDataSealer sealer;

    @Autowired
    @Qualifier("outboxProducer")
    Producer<String, byte[]> producer;

    private final String storeId = "as-" + AggregateIds.next();
    private final String adviser = TestTokens.staff("adviser-1", storeId, Role.SERVICE_ADVISER);

    @Test
    void makesEventsOfFactsOnceAndInOrder() {
        Envelope<StoreFact> received = fact(new VehicleReceived(
                "RO-1", JobKind.MAINTENANCE, "AP-1", "adviser-1", sealedPlate(), "Yunhai X5", TIME.plusSeconds(3600)));
        tell(received);
        tell(received);
        tell(fact(new WorkFinished("RO-1", "tech-1", 60, 55)));
        tell(fact(new JobSettled("RO-1", new Settlement(1, 2, 3, 4, 5, 6), true)));
        tell(fact(new VehicleReturned("RO-1")));

        await().atMost(PATIENCE).until(() -> said().size() >= 4);
        List<Envelope<EventData>> said = said();
        assertThat(said)
                .extracting(Envelope::type)
                .containsExactly(
                        "dianmai.aftersales.repair-order-opened.v1",
                        "dianmai.aftersales.repair-order-finished.v1",
                        "dianmai.aftersales.repair-order-settled.v1",
                        "dianmai.aftersales.repair-order-handed-over.v1");
        assertThat(said).extracting(Envelope::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(said)
                .extracting(Envelope::aggregateId)
                .containsOnly(AggregateIds.of(storeId, "repair-order", "RO-1"));
        assertThat(said).extracting(Envelope::recordedTime).containsOnly(TIME);
        assertThat(new String(TopicReader.bytesOf(Topics.AFTERSALES_EVENTS, storeId), StandardCharsets.UTF_8))
                .doesNotContain(PLATE);
    }

    @Test
    void takesBackTheVerySettlementThatItToldOf() {
        Envelope<StoreFact> reversed = fact(new SettlementReversed("RO-2", "wrong payer"));
        tell(fact(new VehicleReceived("RO-2", JobKind.ACCIDENT, null, "adviser-1", null, "Yunhai X5", null)));
        tell(fact(new WorkFinished("RO-2", "tech-1", 60, 55)));
        tell(fact(new JobSettled("RO-2", new Settlement(1, 2, 3, 4, 5, 6), true)));
        tell(fact(new VehicleReturned("RO-2")));
        tell(reversed);
        tell(reversed);
        tell(fact(new SettlementReversed("RO-2", "again")));
        tell(fact(new JobSettled("RO-2", new Settlement(6, 5, 4, 3, 2, 1), false)));

        await().atMost(PATIENCE).until(() -> said().size() >= 6);
        assertThat(said())
                .extracting(event -> (Object) event.data().getClass())
                .containsExactly(
                        RepairOrderOpened.class,
                        RepairOrderFinished.class,
                        RepairOrderSettled.class,
                        RepairOrderHandedOver.class,
                        RepairOrderSettlementReversed.class,
                        RepairOrderSettled.class);
        assertThat(said().get(4).data()).isInstanceOfSatisfying(RepairOrderSettlementReversed.class, told -> {
            assertThat(told.settled()).isEqualTo(said().get(2).data());
            assertThat(told.settledAt()).isEqualTo(TIME);
        });
        await().atMost(PATIENCE)
                .until(() ->
                        TopicReader.read(Topics.STORE_EVENTS_REJECTED, storeId).size() == 1);
    }

    @Test
    void reversesASettlementByRest() {
        String order = locationOf(post(
                "/api/repair-orders",
                null,
                "{\"storeId\":\"%s\",\"kind\":\"PAINT\",\"booked\":false}".formatted(storeId)));
        String settlement =
                "{\"settlement\":{\"labour\":1,\"parts\":2,\"care\":3,\"beauty\":4,\"scrap\":5,\"directCost\":6},\"addOn\":false}";
        post(order + "/finish", null, "{\"soldMinutes\":30,\"actualMinutes\":20}");
        assertThat(post(order + "/settlement/reversal", null, "{}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://dianmai.io/problems/repair-order-not-settled");
        assertThat(post(order + "/settlement", null, settlement)).hasStatusOk();

        MvcTestResult reversed = post(order + "/settlement/reversal", "key-2", "{\"reason\":\"wrong payer\"}");
        assertThat(reversed).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("FINISHED");
        assertThat(post(order + "/settlement/reversal", "key-2", "{\"reason\":\"wrong payer\"}"))
                .hasStatusOk();
        assertThat(post(order + "/settlement", null, settlement)).hasStatusOk();
        assertThat(mvc.post()
                        .uri(order + "/settlement/reversal")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void putsARefusedFactWhereItsStoreFindsIt() {
        tell(fact(new VehicleReturned("RO-unknown")));

        await().atMost(PATIENCE)
                .until(() ->
                        TopicReader.read(Topics.STORE_EVENTS_REJECTED, storeId).size() == 1);
        assertThat(said()).isEmpty();
    }

    @Test
    void answersAndResolvesComplaints() {
        tell(fact(new ComplaintReceived("C-1", ComplaintCategory.PRICE, null, null)));
        tell(fact(new ComplaintClosed("C-1", false)));

        await().atMost(PATIENCE).until(() -> said().size() == 3);
        assertThat(said())
                .extracting(Envelope::type)
                .containsExactly(
                        "dianmai.aftersales.complaint-opened.v1",
                        "dianmai.aftersales.complaint-answered.v1",
                        "dianmai.aftersales.complaint-resolved.v1");
    }

    @Test
    void opensARepairOrderByRestAndShowsItsPlateMasked() {
        String body = """
                {"storeId":"%s","kind":"PAINT","plate":"%s","booked":false}""".formatted(storeId, PLATE);
        MvcTestResult created = post("/api/repair-orders", "key-1", body);
        MvcTestResult again = post("/api/repair-orders", "key-1", body);

        assertThat(created).hasStatus(HttpStatus.CREATED).bodyText().doesNotContain(PLATE);
        assertThat(created).bodyJson().extractingPath("$.plate").asString().contains("*");
        String location = locationOf(created);
        assertThat(locationOf(again)).isEqualTo(location);
        assertThat(post(location + "/handover", null, "{}"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://dianmai.io/problems/repair-order-not-settled");
        assertThat(post(location + "/finish", null, "{\"soldMinutes\":30,\"actualMinutes\":-1}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("/actualMinutes");
        assertThat(post(location + "/finish", null, "{\"soldMinutes\":30,\"actualMinutes\":20}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("FINISHED");
        assertThat(get("/api/repair-orders?storeId=" + storeId, adviser))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void showsNothingToOtherStoresAndLetsOnlySomeRolesWrite() {
        String location = locationOf(
                post("/api/complaints", null, "{\"storeId\":\"%s\",\"category\":\"OTHER\"}".formatted(storeId)));

        assertThat(get(location, adviser)).hasStatusOk();
        assertThat(get(location, TestTokens.staff("x", "another-store", Role.SERVICE_ADVISER)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(location, TestTokens.staff("x", storeId, Role.SALES_CONSULTANT)))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri(location)).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    private static String locationOf(MvcTestResult created) {
        return Objects.requireNonNull(created.getResponse().getHeader(HttpHeaders.LOCATION));
    }

    private String sealedPlate() {
        return sealer.seal(Kind.PLATE, PLATE).orElseThrow().text();
    }

    private MvcTestResult post(String path, @Nullable String key, String body) {
        var request = mvc.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(adviser))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private MvcTestResult get(String path, String token) {
        return mvc.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(token))
                .exchange();
    }

    private Envelope<StoreFact> fact(StoreFact data) {
        return new Envelope<>(AggregateIds.next(), URI.create("urn:test"), null, TIME, storeId, 0, TIME, null, data);
    }

    private void tell(Envelope<?> fact) {
        assertThat(producer.send(EventCodec.toRecord(fact))).succeedsWithin(PATIENCE);
    }

    private List<Envelope<EventData>> said() {
        return TopicReader.read(Topics.AFTERSALES_EVENTS, storeId).stream()
                .map(record -> EventCodec.fromRecord(record.headers(), record.value()))
                .toList();
    }
}
