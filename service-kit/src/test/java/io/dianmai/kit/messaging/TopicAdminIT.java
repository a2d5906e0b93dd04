package io.dianmai.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.kit.test.Backend;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

class TopicAdminIT {
    private final String topic = "topic-" + AggregateIds.next();
    private final Map<String, Object> settings =
            Map.of("bootstrap.servers", Backend.shared().bootstrapServers());

    @Test
    void makesWhatIsMissingAndLeavesWhatIsThere() throws ExecutionException, InterruptedException {
        assertThat(admin(settings, 3).initialize()).isTrue();
        assertThat(admin(settings, 3).initialize()).isTrue();

        assertThat(partitions()).isEqualTo(3);
    }

    @Test
    void refusesBesideATopicOfAnotherSizeAndLeavesItAsItIs() throws ExecutionException, InterruptedException {
        admin(settings, 3).initialize();

        for (int other : List.of(2, 4)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> admin(settings, other).afterSingletonsInstantiated())
                    .withMessageContaining(topic + " has 3 partitions");
        }
        assertThat(partitions()).isEqualTo(3);
    }

    /** Not once but each time that it is asked: whoever needs the topics waits for them. */
    @Test
    void makesNothingWhileTheBrokerIsAway() {
        var away = admin(
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400),
                3);

        away.afterSingletonsInstantiated();
        assertThat(away.initialize()).isFalse();
        assertThat(away.initialize()).isFalse();
    }

    private TopicAdmin admin(Map<String, Object> brokers, int partitions) {
        var context = new GenericApplicationContext();
        context.registerBean(NewTopics.class, () -> new NewTopics(new NewTopic(topic, partitions, (short) 1)));
        context.refresh();
        var admin = new TopicAdmin(brokers);
        admin.setApplicationContext(context);
        return admin;
    }

    private int partitions() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            var descriptions =
                    admin.describeTopics(List.of(topic)).allTopicNames().get();
            return Objects.requireNonNull(descriptions.get(topic)).partitions().size();
        }
    }
}
