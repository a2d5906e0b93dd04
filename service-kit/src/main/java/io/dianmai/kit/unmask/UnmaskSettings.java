package io.dianmai.kit.unmask;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of what is masked may be seen.
 *
 * @param perHour how many objects one person may open in a clock hour, in this service: an advisor calls a few dozen
 *     customers a day, and a list of hundreds is one that leaves the house
 */
@Validated
@ConfigurationProperties("dianmai.personal.unmask")
record UnmaskSettings(
        @DefaultValue("60") @Min(1) @Max(100_000) int perHour) {}
