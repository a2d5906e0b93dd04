package io.dianmai.kpi.engine;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventCodec;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.Topics;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.counter.RowSnapshot;
import io.dianmai.kpi.deadline.Backlogs;
import io.dianmai.kpi.deadline.DeadlineMetrics;
import io.dianmai.kpi.deadline.InputProgress;
import io.dianmai.kpi.ladder.Ladders;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The engine's topology in a test, on virtual time, with what came out of it. */
final class EngineDriver implements AutoCloseable {
    /** The instant at which virtual time begins. */
    static final Instant START = Instant.parse("2026-11-21T04:00:00Z");

    final MeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;

    /** Without patience: stores that the registry does not name are counted in Shanghai at once. */
    EngineDriver() {
        this(START);
    }

    EngineDriver(Instant start) {
        this(start, Duration.ZERO);
    }

    EngineDriver(Instant start, Duration registryPatience) {
        EngineSettings settings = settings(registryPatience);
        Properties config = new Properties();
        config.putAll(EngineConfiguration.streamsConfig(settings, metrics(meters)));
        config.put("bootstrap.servers", "none:1");
        driver = new TopologyTestDriver(topology(meters, settings), config, start);
    }

    static Topology topology(MeterRegistry meters) {
        return topology(meters, settings(Duration.ZERO));
    }

    private static Topology topology(MeterRegistry meters, EngineSettings settings) {
        try {
            Ladders shipped = Ladders.shipped();
            return new EngineTopology(
                            settings,
                            () -> shipped,
                            new Backlogs(new NoBacklog(), new NoBacklog()),
                            metrics(meters),
                            new DeadlineMetrics(meters))
                    .build();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static EngineMetrics metrics(MeterRegistry meters) {
        return new EngineMetrics(meters, Clock.systemUTC());
    }

    private static EngineSettings settings(Duration registryPatience) {
        return new EngineSettings(
                "kpi-test",
                Path.of(System.getProperty("java.io.tmpdir"), "kpi-test-" + System.nanoTime()),
                1,
                0,
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofMillis(100),
                Duration.ofMinutes(5),
                24,
                ZoneId.of("Asia/Shanghai"),
                registryPatience,
                16,
                48,
                new SilenceSettings(7, 3, 2, Duration.ofMinutes(30), Set.of()));
    }

    void pipe(Collection<Envelope<EventData>> events) {
        events.forEach(this::pipe);
    }

    void pipe(Envelope<EventData> event) {
        ProducerRecord<String, byte[]> record = EventCodec.toRecord(event);
        pipe(record.topic(), record.key(), record.headers(), record.value());
    }

    void pipe(String topic, @Nullable String key, Headers headers, byte @Nullable [] value) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(
                        key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, headers, Instant.EPOCH));
    }

    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** Lets every row that changed leave, and returns the last state of each by its key. */
    Map<String, RowSnapshot> rows() {
        // After as many events as a test has, rows leave three times a second.
        for (int tick = 0; tick < 3; tick++) {
            advance(Duration.ofMillis(100));
        }
        Map<String, RowSnapshot> rows = new TreeMap<>();
        driver.createOutputTopic(Topics.KPI_ROWS, new StringDeserializer(), new ByteArrayDeserializer())
                .readKeyValuesToList()
                .forEach(row -> rows.put(row.key, EventJson.MAPPER.readValue(row.value, RowSnapshot.class)));
        return rows;
    }

    List<Envelope<ReminderFired>> reminders() {
        return told().stream()
                .filter(event -> event.data() instanceof ReminderFired)
                .map(EngineDriver::reminder)
                .toList();
    }

    /** Everything that was sent as a reminder since it was asked last: rungs and digests. */
    List<Envelope<EventData>> told() {
        return driver
                .createOutputTopic(Topics.REMINDERS, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> EventCodec.fromRecord(record.headers(), record.value()))
                .toList();
    }

    private static Envelope<ReminderFired> reminder(Envelope<EventData> event) {
        return new Envelope<>(
                event.id(),
                event.source(),
                event.subject(),
                event.time(),
                event.storeId(),
                event.sequence(),
                event.recordedTime(),
                event.traceParent(),
                (ReminderFired) event.data());
    }

    List<TestRecord<byte[], byte[]>> deadLetters(String topic) {
        return driver.createOutputTopic(
                        Topics.deadLetters(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** Keys of what was written to the changelog of a state store. */
    List<String> changelog(String store) {
        return driver
                .createOutputTopic(
                        "kpi-test-" + store + "-changelog", new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(TestRecord::key)
                .toList();
    }

    double events(String outcome) {
        return meters.get("dianmai.kpi.events")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Override
    public void close() {
        driver.close();
    }

    private static final class NoBacklog implements InputProgress {
        @Override
        public CompletableFuture<Map<String, Long>> written(int partition) {
            return CompletableFuture.completedFuture(Map.of());
        }

        @Override
        public CompletableFuture<Map<String, Long>> processed(int partition) {
            return CompletableFuture.completedFuture(Map.of());
        }
    }
}
