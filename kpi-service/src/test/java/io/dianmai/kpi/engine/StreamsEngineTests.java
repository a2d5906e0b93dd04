package io.dianmai.kpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.kafka.core.KafkaAdmin;

class StreamsEngineTests {
    /** Else the service would stand there, alive, and never become ready. */
    @Test
    void withTopicsOfAnotherSizeOnlyAnotherProcessHelps() throws Exception {
        var said = new CompletableFuture<Object>();
        var config = new StreamsConfig(
                Map.of(StreamsConfig.APPLICATION_ID_CONFIG, "test", StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1"));
        var engine = new StreamsEngine(
                new Topology(), config, new Refusing(), new SimpleMeterRegistry(), said::complete, Clock.systemUTC());

        engine.start();

        assertThat(said.get(30, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        AvailabilityChangeEvent.class,
                        event -> assertThat(event.getState()).isEqualTo(LivenessState.BROKEN));
        engine.stop();
    }

    private static final class Refusing extends KafkaAdmin {
        Refusing() {
            super(Map.of());
        }

        @Override
        protected Collection<NewTopic> newTopics() {
            throw new IllegalStateException("topic lead-events has 3 partitions, but 6 are wanted");
        }
    }
}
