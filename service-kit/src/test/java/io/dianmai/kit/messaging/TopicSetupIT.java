package io.dianmai.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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

class TopicSetupIT {
    private final String topic = "topic-" + AggregateIds.next();
    private final Map<String, Object> settings =
            Map.of("bootstrap.servers", Backend.shared().bootstrapServers());

    @Test
    void makesWhatIsMissingAndLeavesWhatIsThere() throws ExecutionException, InterruptedException {
        setup(3).afterSingletonsInstantiated();
        setup(3).afterSingletonsInstantiated();

        assertThat(partitions()).isEqualTo(3);
    }

    @Test
    void refusesToStartBesideTopicsOfAnotherSize() throws ExecutionException, InterruptedException {
        setup(3).afterSingletonsInstantiated();

        assertThatIllegalStateException()
                .isThrownBy(() -> setup(4).afterSingletonsInstantiated())
                .withMessageContaining(topic + " has 3 partitions");
        assertThat(partitions()).isEqualTo(3);
    }

    @Test
    void startsWithoutABroker() {
        var nobodyThere = new TopicSetup(
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400),
                List.of(new NewTopic(topic, 1, (short) 1)));

        assertThatCode(nobodyThere::afterSingletonsInstantiated).doesNotThrowAnyException();
    }

    private TopicSetup setup(int partitions) {
        return new TopicSetup(settings, List.of(new NewTopic(topic, partitions, (short) 1)));
    }

    private int partitions() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            var descriptions =
                    admin.describeTopics(List.of(topic)).allTopicNames().get();
            return Objects.requireNonNull(descriptions.get(topic)).partitions().size();
        }
    }
}
