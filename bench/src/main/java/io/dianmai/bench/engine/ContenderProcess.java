package io.dianmai.bench.engine;

import io.dianmai.kpi.engine.EngineConfiguration;
import io.dianmai.kpi.engine.EngineMetrics;
import io.dianmai.kpi.engine.EngineSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** One topology in a JVM of its own, with the engine's settings: {@code <contender> <bootstrap servers> <setting=value>…}. */
public final class ContenderProcess {
    private static final String PREFIX = "dianmai.kpi.engine";
    private static final Duration GOODBYE = Duration.ofSeconds(20);

    private ContenderProcess() {}

    /** Runs until the process is told to end. */
    public static void main(String[] args) throws InterruptedException {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        EngineSettings settings = settings(args);
        EngineMetrics metrics = new EngineConfiguration().engineMetrics(meters, Clock.systemUTC());
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, args[1]))) {
            var topology = Contender.valueOf(args[0]).topology(settings, metrics, admin, meters);
            run(new KafkaStreams(topology, config(settings, metrics, args[1])));
        }
    }

    private static StreamsConfig config(EngineSettings settings, EngineMetrics metrics, String bootstrapServers) {
        Map<String, Object> config = new HashMap<>(EngineConfiguration.streamsConfig(settings, metrics));
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new StreamsConfig(config);
    }

    private static void run(KafkaStreams streams) throws InterruptedException {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            streams.close(GOODBYE);
            ended.countDown();
        }));
        streams.start();
        ended.await();
    }

    private static EngineSettings settings(String[] args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 2; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            given.put(PREFIX + '.' + args[i].substring(0, equals), args[i].substring(equals + 1));
        }
        return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate(PREFIX, EngineSettings.class);
    }
}
