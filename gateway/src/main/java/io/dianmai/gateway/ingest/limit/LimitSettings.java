package io.dianmai.gateway.ingest.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a client may send for whom HQ has set nothing else, {@code dianmai.ingest.limit.*}; for each instance of the
 * gateway.
 *
 * @param perSecond events a second in the long run
 * @param burst events that it may send at once after a pause
 */
@Validated
@ConfigurationProperties("dianmai.ingest.limit")
record LimitSettings(
        @DefaultValue("5000") @Min(1) @Max(1_000_000) int perSecond,
        @DefaultValue("20000") @Min(1) @Max(10_000_000) int burst) {
    EventRate rate() {
        return new EventRate(perSecond, burst);
    }
}
