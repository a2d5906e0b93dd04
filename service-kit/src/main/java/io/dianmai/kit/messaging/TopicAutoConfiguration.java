package io.dianmai.kit.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Which topics there are, and who makes them: comes first, so that Boot's own admin, which grows topics, stays away. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({TopicProperties.class, KafkaProperties.class})
class TopicAutoConfiguration {

    @Bean
    NewTopics dianmaiTopics(TopicProperties properties) {
        return DianmaiTopics.declare(properties);
    }

    @Bean
    KafkaAdmin kafkaAdmin(KafkaProperties kafka) {
        var admin = new TopicAdmin(kafka.buildAdminProperties());
        // Topics that were made under other settings follow.
        admin.setModifyTopicConfigs(true);
        return admin;
    }
}
