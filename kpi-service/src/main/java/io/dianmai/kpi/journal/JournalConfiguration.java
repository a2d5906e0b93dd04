package io.dianmai.kpi.journal;

import io.dianmai.contracts.Topics;
import io.dianmai.kpi.follow.EventFollower;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Wires the way of the events into the journal. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
    static final String GROUP = "kpi-service.journal";
    /** The topics whose events feed counters. */
    static final List<String> TOPICS = List.of(Topics.LEAD_EVENTS, Topics.FOLLOWUP_EVENTS, Topics.AFTERSALES_EVENTS);

    /** Rather half a second late than a write for every event. */
    private static final Duration GATHER = Duration.ofMillis(500);

    private static final int GATHER_BYTES = 256 * 1024;

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> journalContainer(
            KafkaProperties kafka,
            Journal journal,
            HeardByJournal heard,
            StoreZones zones,
            Clock clock,
            MeterRegistry meters) {
        return EventFollower.of(
                kafka,
                new EventFollower.Terms("The journal", GROUP, TOPICS, GATHER, GATHER_BYTES),
                new JournalListener(journal, heard, new PatientZones(zones::find, clock), meters));
    }
}
