package io.dianmai.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.test.DianmaiTest;
import io.dianmai.kit.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stores that fell silent, on a real broker. Shares the engine of {@link KpiServiceIT}. */
@DianmaiTest
@TestPropertySource(properties = "dianmai.kpi.engine.state-dir=target/engine-it/${random.uuid}")
class SilentStoreIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> READERS =
            List.of("lead-service.store-events", "followup-service.store-events", "aftersales-service.store-events");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    @Qualifier("outboxProducer")
    private Producer<String, byte[]> producer;

    @Autowired
    @Qualifier("engineAdmin")
    private Admin admin;

    @Autowired
    private Clock clock;

    @Test
    void aStoreIsCalledSilentOnceTheServicesHaveReadAllThatWasTold() throws Exception {
        String store = "kpi-it-silent";
        RecordMetadata fact = producer.send(
                        new ProducerRecord<>(Topics.STORE_EVENTS, store, "a fact".getBytes(StandardCharsets.UTF_8)))
                .get();
        TopicPartition facts = new TopicPartition(Topics.STORE_EVENTS, fact.partition());
        Instant now = clock.instant();
        History history = History.of(store, "lead-silent");
        for (int day = 9; day > 4; day--) {
            Instant told = now.minus(Duration.ofDays(day));
            history = history.then(told, History.registered(Channel.WEB, "A1"));
        }
        for (var event : history.events()) {
            producer.send(EventCodec.toRecord(event)).get();
        }

        await().during(Duration.ofSeconds(8))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(silences(store)).isEmpty());
        for (String reader : READERS) {
            admin.alterConsumerGroupOffsets(reader, Map.of(facts, new OffsetAndMetadata(fact.offset() + 1)))
                    .all()
                    .get();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(silences(store)).hasSize(1));
        JsonNode silence = silences(store).path(0);
        assertThat(silence.path("aggregateId").asString()).isEqualTo(store);
        assertThat(silence.path("audience").path(0).asString()).isEqualTo(Role.GROUP_HQ.name());
        assertThat(silence.path("late").asBoolean()).isTrue();
        String consultant = TestTokens.staff("A1", store, Role.SALES_CONSULTANT);
        assertThat(reminders(store, consultant)).isEmpty();
    }

    private JsonNode silences(String store) throws Exception {
        return reminders(store, TestTokens.hq());
    }

    private JsonNode reminders(String store, String token) throws Exception {
        byte[] body = mvc.get()
                .uri("/api/reminders?kind=STORE_SILENT&store=" + store)
                .header("Authorization", TestTokens.bearer(token))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return JSON.readTree(body).path("reminders");
    }
}
