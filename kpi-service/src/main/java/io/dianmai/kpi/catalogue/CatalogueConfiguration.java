package io.dianmai.kpi.catalogue;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the catalogue: files that do not hold together keep the service from starting. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueSettings.class)
class CatalogueConfiguration {
    @Bean
    CounterList counterList() throws IOException {
        return CounterFile.shipped();
    }

    @Bean
    CustomKpis customKpis(MongoTemplate mongo, CounterList counters, Clock clock) {
        return new CustomKpis(mongo, counters, clock);
    }

    @Bean
    Catalogue catalogue(CatalogueSettings settings, CounterList counters, CustomKpis custom) throws IOException {
        List<Kpi> shipped = CatalogueFile.read(settings.catalogue(), counters);
        return new Catalogue(shipped, custom::current);
    }
}
