package io.dianmai.kpi.engine;

import io.dianmai.contracts.Topics;
import io.dianmai.kit.messaging.TopicProperties;
import io.dianmai.kpi.deadline.Backlogs;
import io.dianmai.kpi.deadline.DeadlineMetrics;
import io.dianmai.kpi.deadline.KafkaInputProgress;
import io.dianmai.kpi.ladder.LadderBook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Wires the engine. Public, as are the parts that the bench measures without the service around them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
public class EngineConfiguration {
    private static final long MEGABYTE = 1024L * 1024;

    @Bean(destroyMethod = "close")
    Admin engineAdmin(KafkaProperties kafka) {
        return Admin.create(kafka.buildAdminProperties());
    }

    @Bean
    public EngineMetrics engineMetrics(MeterRegistry meters, Clock clock) {
        return new EngineMetrics(meters, clock);
    }

    @Bean
    public DeadlineMetrics deadlineMetrics(MeterRegistry meters) {
        return new DeadlineMetrics(meters);
    }

    @Bean
    public Topology engineTopology(
            EngineSettings settings,
            LadderBook ladders,
            Admin engineAdmin,
            EngineMetrics engineMetrics,
            DeadlineMetrics deadlineMetrics) {
        var backlogs = new Backlogs(
                KafkaInputProgress.ofEngine(engineAdmin, settings.applicationId()),
                KafkaInputProgress.ofFacts(engineAdmin, settings.silence().factReaders()));
        return new EngineTopology(settings, ladders, backlogs, engineMetrics, deadlineMetrics).build();
    }

    @Bean
    StreamsEngine streamsEngine(
            Topology engineTopology,
            EngineSettings settings,
            EngineMetrics engineMetrics,
            KafkaProperties kafka,
            KafkaAdmin kafkaAdmin,
            MeterRegistry meters,
            ApplicationEventPublisher events,
            Clock clock) {
        Map<String, Object> config = new HashMap<>(kafka.buildStreamsProperties());
        config.putAll(streamsConfig(settings, engineMetrics));
        return new StreamsEngine(engineTopology, new StreamsConfig(config), kafkaAdmin, meters, events, clock);
    }

    @Bean
    EngineHealth engine(StreamsEngine streamsEngine, Clock clock) {
        return new EngineHealth(streamsEngine, clock);
    }

    @Bean
    NewTopic deadRows(TopicProperties topics) {
        return new NewTopic(Topics.deadLetters(Topics.KPI_ROWS), topics.partitions(), topics.replicas());
    }

    public static Map<String, Object> streamsConfig(EngineSettings settings, EngineMetrics metrics) {
        Map<String, Object> config = new HashMap<>();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.replayCommitInterval().toMillis());
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, settings.cacheMegabytes() * MEGABYTE);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        config.put(DeadLetters.METRICS, metrics);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        config.put(BoundedRocksDb.MEGABYTES, settings.storeMegabytes());
        // Zero waits for what the broker already has: the registry's word on a store comes before the store's events.
        config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        config.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        // What waits to be processed fills the heap else: a record as objects weighs four kilobytes, five times as much
        // as in
        // the broker's answer, and lives just long enough to be copied to the old generation. The answers are below
        // that.
        config.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 50);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 64 * 1024);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 1024 * 1024);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 250);
        // A killed instance is missed after this; until then its partitions stand still.
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
        return config;
    }
}
