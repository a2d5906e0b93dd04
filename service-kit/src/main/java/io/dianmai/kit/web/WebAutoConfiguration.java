package io.dianmai.kit.web;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.Rfc3339;
import io.dianmai.kit.observe.TraceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires what the controllers of every service share. */
@AutoConfiguration(afterName = "io.dianmai.kit.observe.ObserveAutoConfiguration")
class WebAutoConfiguration {
    private static final String DAY = "2026-01-31";

    /** Bodies are read to the letter: what is a number for one caller is not a text for another. */
    @Bean
    JsonMapperBuilderCustomizer literalJson() {
        return EventJson::literal;
    }

    /** Times and days in addresses are read as those in bodies. */
    @Bean
    WebMvcConfigurer timesInAddresses() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, Instant.class, Rfc3339::parse);
                registry.addConverter(String.class, LocalDate.class, WebAutoConfiguration::day);
            }
        };
    }

    @Bean
    GivenCommands givenCommands(Clock clock, TraceContext traces) {
        return new GivenCommands(clock, traces);
    }

    /** A day that a calendar on the wall could show: no signs, no years beyond 9999. */
    private static LocalDate day(String text) {
        if (text.length() != DAY.length()) {
            throw new IllegalArgumentException("no day such as " + DAY);
        }
        return LocalDate.parse(text);
    }
}
