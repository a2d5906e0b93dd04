package io.dianmai.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.core.KafkaAdmin;

class TopicAutoConfigurationTests {

    /** Boot's own would grow topics. */
    @Test
    void makesTheOnlyOneWhoMakesTopics() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class, TopicAutoConfiguration.class))
                .withPropertyValues(
                        "spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "spring.kafka.admin.properties.default.api.timeout.ms=500",
                        "spring.kafka.admin.properties.request.timeout.ms=400")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .getBean(KafkaAdmin.class)
                        .isInstanceOf(TopicAdmin.class));
    }
}
