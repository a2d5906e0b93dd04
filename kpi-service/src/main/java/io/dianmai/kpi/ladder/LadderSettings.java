package io.dianmai.kpi.ladder;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the ladders, {@code dianmai.kpi.ladders.*}.
 *
 * @param refresh how often an instance asks whether there is a change: a read of one small document
 * @param fullRefresh how often it reads all ladders, whatever it was told
 */
@Validated
@ConfigurationProperties("dianmai.kpi.ladders")
record LadderSettings(
        @DefaultValue("1s") @NotNull Duration refresh,
        @DefaultValue("30s") @NotNull Duration fullRefresh) {

    @AssertTrue(message = "refresh and full-refresh must be positive")
    boolean isPositive() {
        return refresh.isPositive() && fullRefresh.isPositive();
    }
}
