package io.dianmai.gateway.registry;

import static io.dianmai.gateway.Answers.assertPointer;
import static io.dianmai.gateway.Answers.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.gateway.Caller;
import io.dianmai.gateway.GatewayTest;
import io.dianmai.gateway.SampleStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@GatewayTest
class RegistryIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    @Autowired
    private StoreDirectory directory;

    private Caller hq;

    @BeforeEach
    void signIn() {
        hq = Caller.anonymous(port).hq();
    }

    @Test
    void publishesEachChangeOnceAndWhole() {
        StorePublished store = SampleStore.of("reg-1", "reg-old", "reg-brand");
        StorePublished moved = SampleStore.of("reg-1", "reg-new", "reg-brand");

        put(store);
        put(store);
        put(moved);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(published("reg-1")).containsExactly(store, moved));
        assertThat(directory.isKnown("reg-1")).isTrue();
        assertThat(directory.inRegion("reg-new")).containsExactly("reg-1");
        assertThat(directory.inRegion("reg-old")).isEmpty();
    }

    @Test
    void givesBackWhatWasRegistered() {
        StorePublished store = SampleStore.of("reg-2", "reg-north", "reg-brand");
        put(store);

        assertThat(hq.get("/api/registry/stores/reg-2").body()).contains("张三", "\"bays\":12");
        assertThat(hq.get("/api/registry/stores").body()).contains("\"storeId\":\"reg-2\"");
        assertProblem(hq.get("/api/registry/stores/unknown"), 404, "not-found");
    }

    @Test
    void hearsWhatAnotherInstancePublishes() {
        var store = SampleStore.of("reg-elsewhere", "reg-far", "reg-brand");
        var now = Instant.parse("2026-11-21T08:00:00Z");
        var envelope = new Envelope<>(
                AggregateIds.next(),
                URI.create("/gateway"),
                store.storeId(),
                now,
                store.storeId(),
                1,
                now,
                null,
                store);
        Map<String, Object> settings = Map.of("bootstrap.servers", broker());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(EventCodec.toRecord(envelope));
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> directory.isKnown("reg-elsewhere"));
    }

    @Test
    void showsOthersOnlyTheirStores() {
        put(SampleStore.of("reg-3", "reg-north", "reg-brand"));
        put(SampleStore.of("reg-4", "reg-north", "reg-brand"));
        hq.put(
                "/api/registry/people/reg-manager",
                "{\"password\":\"geheim-123\",\"temporary\":false,\"role\":\"GENERAL_MANAGER\",\"place\":\"store:reg-3\"}");
        Caller manager = Caller.anonymous(port).person("reg-manager", "geheim-123");

        assertThat(manager.get("/api/registry/stores").body()).contains("reg-3").doesNotContain("reg-4");
        assertThat(manager.get("/api/registry/stores/reg-3").statusCode()).isEqualTo(200);
        assertProblem(manager.get("/api/registry/stores/reg-4"), 404, "not-found");
        assertProblem(
                manager.put(
                        "/api/registry/stores/reg-3",
                        SampleStore.json(SampleStore.of("reg-3", "reg-south", "reg-brand"))),
                403,
                "forbidden");
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        String store = SampleStore.json(SampleStore.of("reg-5", "reg-north", "reg-brand"));
        String path = "/api/registry/stores/reg-5";

        assertProblem(hq.put(path, "{"), 400, "bad-request");
        assertPointer(hq.put(path, store.replace("reg-5", "reg-6")), "/storeId");
        assertPointer(hq.put(path, store.replace("Asia/Shanghai", "Asia/Nowhere")), "/zone");
        assertPointer(hq.put(path, store.replace("\"bays\":12", "\"bays\":\"many\"")), "/bays");
        assertPointer(hq.put(path, store.replace("\"bays\"", "\"bay\":1,\"bays\"")), "/bay");
        assertPointer(hq.put(path, store.replace("\"tier\":\"MID\",", "")), "/tier");
        assertThat(directory.isKnown("reg-5")).isFalse();
    }

    private void put(StorePublished store) {
        var answer = hq.put("/api/registry/stores/" + store.storeId(), SampleStore.json(store));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String broker() {
        return environment.getRequiredProperty("spring.kafka.bootstrap-servers");
    }

    private List<StorePublished> published(String storeId) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.ORG_EVENTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var stores = new ArrayList<StorePublished>();
            for (var record : consumer.poll(Duration.ofSeconds(2))) {
                if (storeId.equals(record.key())
                        && EventCodec.fromRecord(record.headers(), record.value())
                                        .data()
                                instanceof StorePublished it) {
                    stores.add(it);
                }
            }
            return stores;
        }
    }
}
