package io.dianmai.kpi.ladder;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.time.Recent;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the ladders. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LadderSettings.class)
class LadderConfiguration {
    private static final Duration STORES_FRESH_FOR = Duration.ofSeconds(1);

    @Bean
    LadderArchive ladderArchive(MongoTemplate mongo) {
        return new LadderArchive(mongo);
    }

    @Bean
    StoredLadders ladderBook(LadderArchive ladderArchive, LadderSettings settings, MeterRegistry meters, Clock clock)
            throws IOException {
        return new StoredLadders(
                ladderArchive, LadderFile.shipped(), new LadderMetrics(meters, clock), settings.fullRefresh(), clock);
    }

    @Bean
    LadderRefresh ladderRefresh(StoredLadders ladderBook, LadderSettings settings) {
        return new LadderRefresh(ladderBook, settings.refresh());
    }

    @Bean
    LadderDesk ladderDesk(LadderArchive ladderArchive, StoredLadders ladderBook) {
        return new LadderDesk(ladderArchive, ladderBook);
    }

    @Bean
    LadderPlaces ladderPlaces(StoreReplica stores, Clock clock) {
        return new LadderPlaces(new Recent<>(() -> List.copyOf(stores.all()), STORES_FRESH_FOR, clock)::get);
    }
}
