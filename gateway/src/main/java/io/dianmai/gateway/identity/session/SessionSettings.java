package io.dianmai.gateway.identity.session;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long people stay signed in with a browser.
 *
 * @param idle since they last did something; after that they sign in again
 * @param longest since they signed in, whatever they do
 */
@Validated
@ConfigurationProperties("dianmai.session")
record SessionSettings(
        @DefaultValue("8h") @DurationMin(minutes = 1) Duration idle,
        @DefaultValue("7d") @DurationMin(minutes = 1) Duration longest) {}
