package io.dianmai.gateway.ingest.limit;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the limits of clients. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {
    @Bean
    ClientLimits clientLimits(StoredLimits stored, LimitSettings settings, MeterRegistry meters) {
        return new ClientLimits(stored::of, settings, meters, System::nanoTime);
    }
}
