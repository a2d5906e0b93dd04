package io.dianmai.kit.policy;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the policies, {@code dianmai.policies.*}.
 *
 * @param path where the API of this service's policies is, for example {@code /api/lead-policies}; a service without one
 *     has no policies
 * @param refresh how often an instance asks whether there is a change: a read of one small document
 * @param fullRefresh how often it reads all policies, whatever it was told
 */
@Validated
@ConfigurationProperties("dianmai.policies")
record PolicySettings(
        @NotNull @Pattern(regexp = "/api/[a-z-]+") String path,
        @DefaultValue("1s") @NotNull Duration refresh,
        @DefaultValue("30s") @NotNull Duration fullRefresh) {

    @AssertTrue(message = "refresh and full-refresh must be positive")
    boolean isPositive() {
        return refresh.isPositive() && fullRefresh.isPositive();
    }
}
