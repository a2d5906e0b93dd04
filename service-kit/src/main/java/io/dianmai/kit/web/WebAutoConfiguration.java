package io.dianmai.kit.web;

import io.dianmai.kit.observe.TraceContext;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Wires what the controllers of every service share. */
@AutoConfiguration(afterName = "io.dianmai.kit.observe.ObserveAutoConfiguration")
class WebAutoConfiguration {

    @Bean
    GivenCommands givenCommands(Clock clock, TraceContext traces) {
        return new GivenCommands(clock, traces);
    }
}
