package io.dianmai.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.fact.LeadReceived;
import io.dianmai.contracts.fact.StoreFact;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VisitReceived;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.VisitKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A customer asks what is held, is told all of it, and is forgotten; the numbers stay. */
@ExtendWith(OnThePlatform.class)
class CustomerRightsIT {
    private static final String PHONE = "17398260999";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Door door;
    private final TestGroup group;
    private final TestStore store;
    private final FactSender sender;

    CustomerRightsIT(RunningPlatform platform) {
        this.door = platform.door();
        this.group = TestGroup.register(platform, "customer-rights", 1);
        this.store = group.store();
        this.sender = new FactSender(door);
    }

    @Test
    void isToldEverythingAndThenForgotten() {
        Fact registration =
                fact(new LeadReceived("C-1", Channel.WEB, null, "王建国", PHONE, "M1", null, TestGroup.CONSULTANT, null));
        sender.send(
                store,
                registration,
                fact(new VisitReceived("V-1", VisitKind.WALK_IN, 2, true, null, null, null, "王建国", PHONE, null)),
                fact(new VehicleReceived("R-1", JobKind.MAINTENANCE, null, null, "浙A12345", null, null)));
        Waiting.until(
                "they are counted",
                PATIENCE,
                () -> assertThat(Counters.of(group, group.today())).containsEntry("walkIns", 1L));
        String leadId = leads().getFirst().path("id").asString();
        String task = "/api/follow-ups/" + leadId;
        Waiting.until(
                "the lead has a task",
                PATIENCE,
                () -> assertThat(door.get(task, store.token()).status()).isEqualTo(200));
        door.post(
                        task + "/contacts",
                        store.token(),
                        Door.JSON,
                        "{\"medium\":\"CALL\",\"result\":\"CONNECTED\",\"note\":\"王先生下周来\"}")
                .expectSuccess();

        assertThat(unmask(leadId).expectSuccess().path("phone").asString()).isEqualTo(PHONE);
        String export = export();
        assertThat(export).contains(PHONE, "王建国", "浙A12345", "王先生下周来");
        Map<String, Long> before = Counters.of(group, group.today());

        erase();

        assertThat(export()).doesNotContain(PHONE, "王建国", "浙A12345", "王先生下周来");
        assertThat(unmask(leadId).expectSuccess().toString()).doesNotContain(PHONE);
        assertThat(leads()).isEmpty();
        assertThat(door.get("/api/leads/" + leadId, group.hq()).body()).doesNotContain("173****0999", "王*");
        assertThat(door.get("/api/leads/" + leadId + "/timeline", group.hq()).body())
                .doesNotContain("173****0999", "王*");
        comesAnew(registration, leadId);
        assertThat(Counters.of(group, group.today())).containsEntry("walkIns", before.get("walkIns"));
    }

    /** What was told before, told again, changes nothing; under another reference it is a new customer. */
    private void comesAnew(Fact registration, String erased) {
        sender.send(
                store,
                registration,
                fact(new LeadReceived("C-2", Channel.WEB, null, "王建国", PHONE, "M1", null, null, null)));
        Waiting.until(
                "the customer is on file again",
                PATIENCE,
                () -> assertThat(leads())
                        .singleElement()
                        .satisfies(
                                lead -> assertThat(lead.path("id").asString()).isNotEqualTo(erased)));
        assertThat(unmask(erased).expectSuccess().toString()).doesNotContain(PHONE);
    }

    private void erase() {
        Door.Answer asked = door.post("/api/customers/erasures", group.hq(), Door.JSON, body());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String path = "/api/customers/erasures/" + asked.json().path("id").asString();
        Waiting.until("every service has forgotten the customer", PATIENCE, () -> {
            JsonNode erasure = group.get(path);
            assertThat(erasure.path("state").asString()).isEqualTo("ERASED");
            assertThat(Json.list(erasure.path("services")))
                    .hasSize(4)
                    .allSatisfy(
                            part -> assertThat(part.path("state").asString()).isEqualTo("ERASED"));
        });
        assertThat(door.get(path, store.token()).status()).isEqualTo(403);
    }

    private String export() {
        Door.Answer answer = door.post("/api/customers/exports", group.hq(), Door.JSON, body());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String body() {
        return Json.write(Map.of("phone", PHONE, "plates", List.of("浙A·12345"), "reason", "asked in writing"));
    }

    private Door.Answer unmask(String leadId) {
        return door.post("/api/leads/" + leadId + "/unmask", group.hq(), Door.JSON, "{\"reason\":\"a test\"}");
    }

    private List<JsonNode> leads() {
        return Json.list(door.post("/api/leads/search", group.hq(), Door.JSON, Json.write(Map.of("phone", PHONE)))
                .expectSuccess()
                .path("items"));
    }

    private Fact fact(StoreFact data) {
        return new Fact(UUID.randomUUID().toString(), store.storeId(), Instant.now(), data);
    }
}
