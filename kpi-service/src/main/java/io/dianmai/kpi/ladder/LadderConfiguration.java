package io.dianmai.kpi.ladder;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the ladders. */
@Configuration(proxyBeanMethods = false)
class LadderConfiguration {
    @Bean
    LadderBook ladderBook() throws IOException {
        Ladders shipped = Ladders.shipped();
        return () -> shipped;
    }
}
