package io.dianmai.followup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class FollowUpPropertiesTests {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void haveTheGroupsStandardsAsDefaults() {
        runner.run(context ->
                assertThat(context.getBean(FollowUpProperties.class).policy()).isEqualTo(Given.TERMS.policy()));
    }

    @Test
    void refuseAnIntervalThatIsNone() {
        runner.withPropertyValues("dianmai.follow-up.cadence.a=0s")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void takeIntervalsOfAnotherMaker() {
        runner.withPropertyValues("dianmai.follow-up.cadence.a=3d")
                .run(context -> assertThat(context.getBean(FollowUpProperties.class)
                                .cadence()
                                .a())
                        .hasDays(3));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FollowUpProperties.class)
    static class Settings {}
}
