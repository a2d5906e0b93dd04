package io.dianmai.kit.reseal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How old seals are replaced, while there is more than one master key.
 *
 * @param batch documents that are looked at between two pauses
 * @param pause so long nothing is done after each batch: the work must not be felt
 * @param again after a pass that found nothing, how long until the next one: an instance that still has the old key may
 *     have written meanwhile
 * @param lease how long an instance that says nothing is believed to be at work
 */
@Validated
@ConfigurationProperties("dianmai.personal.reseal")
record ResealSettings(
        @DefaultValue("200") @Min(1) @Max(10_000) int batch,
        @DefaultValue("100ms") Duration pause,
        @DefaultValue("6h") Duration again,
        @DefaultValue("1m") Duration lease) {}
