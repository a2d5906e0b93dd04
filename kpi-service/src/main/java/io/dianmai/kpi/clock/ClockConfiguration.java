package io.dianmai.kpi.clock;

import io.dianmai.contracts.Topics;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kpi.follow.EventFollower;
import io.dianmai.kpi.ladder.LadderBook;
import io.dianmai.kpi.ladder.Place;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Wires the way of the events into the list of deadlines. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    private static final String GROUP = "kpi-service.clocks";
    private static final List<String> TOPICS = List.of(
            Topics.LEAD_EVENTS,
            Topics.FOLLOWUP_EVENTS,
            Topics.AFTERSALES_EVENTS,
            Topics.DEADLINE_EVENTS,
            Topics.REMINDERS);

    /** Somebody looks at what he has just changed. */
    private static final Duration GATHER = Duration.ofMillis(200);

    private static final int GATHER_BYTES = 64 * 1024;

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> clockContainer(
            KafkaProperties kafka,
            ClockBook book,
            ClockProgress progress,
            LadderBook ladders,
            StoreReplica stores,
            MeterRegistry meters) {
        return EventFollower.of(
                kafka,
                new EventFollower.Terms("The list of deadlines", GROUP, TOPICS, GATHER, GATHER_BYTES),
                new ClockListener(
                        book,
                        progress,
                        ladders,
                        store -> stores.find(store).map(Place::of).orElseGet(() -> Place.unknown(store)),
                        meters));
    }
}
