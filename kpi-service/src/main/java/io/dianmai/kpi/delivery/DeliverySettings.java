package io.dianmai.kpi.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of deliveries, {@code dianmai.kpi.delivery.*}.
 *
 * @param retryFrom the first pause after a failed attempt is at most this long; each next one at most twice as long
 * @param retryUpTo the longest pause, also of those that the other side asks for
 * @param retryFor so long a target may fail before what has waited as long is parked
 * @param backlog so many deliveries wait for a target; what comes on top is parked
 * @param retention deliveries that have ended are listed for so long
 * @param lease so long an instance may work on a target without a sign of life before another one takes over
 * @param tick how often queues are looked at
 * @param mostTargets so many targets there may be: each can keep a thread busy
 * @param secretOverlap so long a former secret signs besides the present one
 * @param allowedNetworks of private addresses that may be delivered to, for example {@code 10.1.0.0/16}; with any, also
 *     plain {@code http} into them
 * @param connectTimeout for each address of a host
 * @param wholeTimeout for everything, from looking up the name to the end of the answer
 */
@Validated
@ConfigurationProperties("dianmai.kpi.delivery")
public record DeliverySettings(
        @DefaultValue("1s") @NotNull Duration retryFrom,
        @DefaultValue("1h") @NotNull Duration retryUpTo,
        @DefaultValue("24h") @NotNull Duration retryFor,
        @DefaultValue("10000") @Min(1) @Max(1_000_000) int backlog,
        @DefaultValue("30d") @NotNull Duration retention,
        @DefaultValue("75s") @NotNull Duration lease,
        @DefaultValue("200ms") @NotNull Duration tick,
        @DefaultValue("500") @Min(1) @Max(10_000) int mostTargets,
        @DefaultValue("24h") @NotNull Duration secretOverlap,
        @DefaultValue @NotNull List<String> allowedNetworks,
        @DefaultValue("3s") @NotNull Duration connectTimeout,
        @DefaultValue("10s") @NotNull Duration wholeTimeout) {
    public DeliverySettings {
        allowedNetworks = List.copyOf(allowedNetworks);
    }
}
