package io.dianmai.followup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kit.policy.PolicyKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class FollowUpPropertiesTests {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void haveTheGroupsStandardsAsDefaults() {
        runner.run(context -> {
            assertThat(cadence(context.getBean("cadencePolicy", PolicyKind.class)))
                    .isEqualTo(new CadencePolicy(
                            Rhythm.every(Duration.ofDays(7)),
                            Rhythm.every(Duration.ofDays(2)),
                            Rhythm.every(Duration.ofHours(84)),
                            Rhythm.every(Duration.ofDays(7)),
                            Rhythm.every(Duration.ofDays(15))));
            assertThat(context.getBean(FollowUpProperties.class)).isEqualTo(ShippedRules.properties());
        });
    }

    @Test
    void refuseAnIntervalThatIsNone() {
        runner.withPropertyValues("dianmai.follow-up.cadence.a=0s")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void areWhatShips() {
        runner.withPropertyValues("dianmai.follow-up.cadence.a=3d")
                .run(context -> assertThat(cadence(context.getBean("cadencePolicy", PolicyKind.class))
                                .a())
                        .isEqualTo(Rhythm.every(Duration.ofDays(3))));
    }

    private static CadencePolicy cadence(PolicyKind<?> kind) {
        return (CadencePolicy) kind.shipped();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FollowUpProperties.class)
    static class Settings {
        @Bean
        PolicyKind<CadencePolicy> cadencePolicy(FollowUpProperties properties) {
            return new PolicyConfiguration().cadencePolicy(properties);
        }
    }
}
