package io.dianmai.local;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How many records each service has not yet consumed, over all its consumer groups. */
final class ConsumerLag {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;

    private ConsumerLag(Admin admin) {
        this.admin = admin;
    }

    /** Services without a group are absent; all are when the broker does not answer. */
    static Map<Service, Long> of(String bootstrapServers) {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(config)) {
            return new ConsumerLag(admin).perService();
        } catch (ExecutionException | TimeoutException brokerDoesNotAnswer) {
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private Map<Service, Long> perService() throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Service> owners = new HashMap<>();
        for (GroupListing group : wait(admin.listGroups().all())) {
            for (Service service : Service.values()) {
                if (service.owns(group.groupId())) {
                    owners.put(group.groupId(), service);
                }
            }
        }
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(owners.keySet());
        Map<TopicPartition, Long> ends = ends(committed);
        Map<Service, Long> lag = new EnumMap<>(Service.class);
        owners.forEach((group, service) ->
                lag.merge(service, behind(committed.getOrDefault(group, Map.of()), ends), Long::sum));
        return lag;
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Set<String> groups)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (groups.isEmpty()) {
            return Map.of();
        }
        Map<String, ListConsumerGroupOffsetsSpec> wanted =
                groups.stream().collect(Collectors.toMap(Function.identity(), _ -> new ListConsumerGroupOffsetsSpec()));
        return wait(admin.listConsumerGroupOffsets(wanted).all());
    }

    private Map<TopicPartition, Long> ends(Map<String, Map<TopicPartition, OffsetAndMetadata>> committed)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<TopicPartition> partitions = new HashSet<>();
        committed.values().forEach(offsets -> partitions.addAll(offsets.keySet()));
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                wait(admin.listOffsets(latest).all());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static long behind(Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        return committed.entrySet().stream()
                .mapToLong(entry -> Math.max(
                        0,
                        ends.getOrDefault(entry.getKey(), 0L) - entry.getValue().offset()))
                .sum();
    }

    private static <T> T wait(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
