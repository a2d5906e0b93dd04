package io.dianmai.gateway.audit;

import static io.dianmai.gateway.Answers.assertPointer;
import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.audit.AuditRecorded;
import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import io.dianmai.gateway.SampleStore;
import java.net.URI;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GatewayTest
class AuditLogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    private Caller hq;

    @BeforeEach
    void signIn() {
        hq = Caller.anonymous(port).hq();
    }

    @Test
    void tellsWhoChangedAStoreFromWhereAndWhatWasRefused() {
        String path = "/api/registry/stores/audit-1";
        String store = SampleStore.json(SampleStore.of("audit-1", "audit-north", "audit-brand"));
        assertThat(hq.put(path, store).statusCode()).isEqualTo(200);
        assertProblem(hq.put(path, store.replace("MID", "PREMIUM"), "If-Match", "\"7\""), 412, "stale-version");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(items("?object=audit-1&kind=store").size()).isEqualTo(2));
        JsonNode refused = items("?object=audit-1&kind=store").path(0);
        JsonNode done = items("?object=audit-1&outcome=DONE").path(0);
        assertThat(refused.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(done.path("kind").asString()).isEqualTo("store.changed");
        assertThat(done.path("service").asString()).isEqualTo("gateway");
        assertThat(done.path("actor").path("subject").asString()).isEqualTo(GatewayTest.HQ);
        assertThat(done.path("actor").path("roles").path(0).asString()).isEqualTo("GROUP_HQ");
        assertThat(done.path("storeId").asString()).isEqualTo("audit-1");
        assertThat(done.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(done.path("detail").asString()).isEqualTo("200, version 1");
        assertThat(items("?object=audit-1&to=2020-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void keepsWhatServicesSayOnceAndGivesItPageByPage() {
        for (int number = 1; number <= 3; number++) {
            AuditRecorded entry = Entries.number(number, "ladder.changed");
            var envelope = new Envelope<>(
                    entry.entryId(),
                    URI.create("/kpi-service"),
                    entry.entryId(),
                    entry.at(),
                    AuditRecorded.GROUP,
                    1,
                    entry.at(),
                    null,
                    entry);
            var _ = producer.send(EventCodec.toRecord(envelope));
            var _ = producer.send(EventCodec.toRecord(envelope));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(items("?kind=ladder.changed")).hasSize(3));

        JsonNode first = Caller.json(hq.get("/api/audit-log?kind=ladder.changed&limit=2"));
        assertThat(first.path("items").path(0).path("id").asString()).isEqualTo("e0003");
        JsonNode second = Caller.json(hq.get("/api/audit-log?kind=ladder.changed&limit=2&cursor="
                + first.path("next").asString()));
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        JsonNode report = Caller.json(hq.get("/api/audit-log/verify"));
        assertThat(report.path("intact").asBoolean()).as(report.toString()).isTrue();
    }

    @Test
    void isGivenAsAFileWhichStandsInTheLogItself() {
        assertThat(hq.get("/api/audit-log/export?format=csv&lang=en").body())
                .startsWith("\uFEFFat,kind,outcome,subject");
        assertThat(hq.get("/api/audit-log/export?format=xlsx").body()).startsWith("PK");
        assertPointer(hq.get("/api/audit-log/export?format=pdf"), "format");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(items("?kind=audit-log.exported").size()).isGreaterThanOrEqualTo(3));
    }

    @Test
    void isForHeadquartersAndOperationsOnly() {
        hq.put("/api/registry/stores/audit-2", SampleStore.json(SampleStore.of("audit-2", "audit-n", "audit-b")));
        hq.put(
                "/api/registry/people/audit-manager",
                "{\"password\":\"geheim-123\",\"temporary\":false,\"role\":\"GENERAL_MANAGER\",\"place\":\"store:audit-2\"}");
        Caller manager = Caller.anonymous(port).person("audit-manager", "geheim-123");

        for (String path : new String[] {"", "/export", "/verify"}) {
            assertProblem(manager.get("/api/audit-log" + path), 403, "forbidden");
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        assertPointer(hq.get("/api/audit-log?limit=0"), "limit");
        assertPointer(hq.get("/api/audit-log?cursor=!"), "cursor");
        assertPointer(hq.get("/api/audit-log?kind=A!"), "kind");
        assertPointer(hq.get("/api/audit-log/verify?head=1"), "head");
        assertProblem(hq.get("/api/audit-log?outcome=PERHAPS"), 400, "invalid");
        assertPointer(hq.get("/api/audit-log?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z"), "to");
    }

    private JsonNode items(String query) {
        var answer = hq.get("/api/audit-log" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Caller.json(answer).path("items");
    }
}
