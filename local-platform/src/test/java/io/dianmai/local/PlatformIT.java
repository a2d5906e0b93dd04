package io.dianmai.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.dianmai.local.broker.LocalBroker;
import io.dianmai.local.process.Child;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real broker and the real store as processes, killed and started again. */
class PlatformIT {
    private static final TopicPartition PARTITION = new TopicPartition("facts", 0);

    @TempDir
    Path data;

    private Platform platform;

    @BeforeEach
    void start() {
        platform = new Platform(Settings.onFreePorts(Path.of("..").toAbsolutePath(), data));
        LocalBroker broker = platform.broker();
        assertThat(broker.start()).isTrue();
        assertThat(platform.store().start()).isTrue();
        broker.awaitReady();
        platform.store().awaitReady();
    }

    @AfterEach
    void leaveNothingRunning() {
        platform.stopAll();
        assertThat(platform.children()).noneMatch(Child::alive);
    }

    @Test
    void brokerKeepsWhatItAcknowledgedWhenKilled() throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", platform.broker().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        produce("before");

        platform.broker().child().kill();
        assertThat(stateOf("broker")).isEqualTo(StatusReport.State.DOWN);
        assertThat(platform.broker().start()).isTrue();
        platform.broker().awaitReady();
        produce("after");

        assertThat(stateOf("broker")).isEqualTo(StatusReport.State.UP);
        assertThat(consume()).containsExactly("before", "after");
    }

    @Test
    void storeKeepsEveryAnsweredWriteWhenKilledInTheMiddle() throws InterruptedException {
        AtomicInteger answered = new AtomicInteger();
        for (int round = 0; round < 3; round++) {
            writeUntilKilled(answered);
            assertThat(platform.store().start()).isTrue();
            platform.store().awaitReady();
        }

        try (MongoClient client = MongoClients.create(platform.store().uri("it"))) {
            MongoCollection<Document> documents = client.getDatabase("it").getCollection("documents");
            List<Integer> ids =
                    documents.find().map(document -> document.getInteger("_id")).into(new java.util.ArrayList<>());
            assertThat(answered).hasValueGreaterThan(100);
            assertThat(ids).hasSizeGreaterThanOrEqualTo(answered.get()).doesNotHaveDuplicates();
            assertThat(ids).contains(0, answered.get() - 1);
            assertThat(documents.countDocuments(new Document("_id", answered.get() - 1)))
                    .isOne();
        }
    }

    @Test
    void showsWhatWasGivenUp() throws ExecutionException, InterruptedException {
        String bootstrapServers = platform.broker().bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic("facts.dlq", 2, (short) 1), new NewTopic("facts", 1, (short) 1)))
                    .all()
                    .get();
        }
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            var letter = new ProducerRecord<>("facts.dlq", 1, "S1", "{\"broken\"");
            letter.headers().add("dianmai-reason", "不对".getBytes(StandardCharsets.UTF_8));
            letter.headers()
                    .add(
                            "kafka_dlt-original-offset",
                            ByteBuffer.allocate(Long.BYTES).putLong(4711).array());
            producer.send(letter).get();
        }

        var view = new DeadLetterView(bootstrapServers);
        assertThat(shown(view, null)).hasSize(1).isEqualTo(shown(view, "facts"));
        JsonNode letter = JsonMapper.shared().readTree(shown(view, "facts").getFirst());
        assertThat(letter.path("partition").asInt()).isOne();
        assertThat(letter.at("/headers/dianmai-reason").asString()).isEqualTo("不对");
        assertThat(letter.at("/headers/kafka_dlt-original-offset").asLong()).isEqualTo(4711);
        assertThat(letter.path("value").asString()).isEqualTo("{\"broken\"");
        assertThatThrownBy(() -> shown(view, "fakts")).hasMessageContaining("fakts");
    }

    private static List<String> shown(DeadLetterView view, @Nullable String topic) {
        var printed = new ByteArrayOutputStream();
        assertThat(view.print(topic, new PrintStream(printed, true, StandardCharsets.UTF_8)))
                .isZero();
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void endsInPeaceWhenAsked() {
        assertThat(platform.stopAll()).isEmpty();
    }

    private void writeUntilKilled(AtomicInteger answered) throws InterruptedException {
        int enough = answered.get() + 200;
        Thread writer = Thread.ofVirtual().start(() -> writeFrom(answered));
        while (answered.get() < enough && writer.isAlive()) {
            Thread.onSpinWait();
        }
        platform.store().child().kill();
        writer.join(Duration.ofSeconds(30));
    }

    /** Writes one after the other until the store is gone. The last one may be kept although it was never answered. */
    private void writeFrom(AtomicInteger answered) {
        String uri = platform.store().uri("it") + "?serverSelectionTimeoutMS=1000&retryWrites=false";
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> documents = client.getDatabase("it").getCollection("documents");
            while (true) {
                Document next = new Document("_id", answered.get());
                documents.replaceOne(next, next, new com.mongodb.client.model.ReplaceOptions().upsert(true));
                answered.incrementAndGet();
            }
        } catch (com.mongodb.MongoException killed) {
            return;
        }
    }

    private void produce(String value) throws ExecutionException, InterruptedException {
        Map<String, Object> config =
                Map.of("bootstrap.servers", platform.broker().bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), "store", value))
                    .get();
        }
    }

    private List<String> consume() {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                platform.broker().bootstrapServers(),
                "group.id",
                "lead.it",
                "auto.offset.reset",
                "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            List<String> values = new java.util.ArrayList<>();
            while (values.size() < 2) {
                consumer.poll(Duration.ofSeconds(5)).forEach(message -> values.add(message.value()));
            }
            return values;
        }
    }

    private StatusReport.State stateOf(String name) {
        return new StatusReport(platform, Clock.systemUTC())
                .lines().stream()
                        .filter(line -> line.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .state();
    }
}
