package io.dianmai.kpi.audit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/** How far the engine has counted: what it has not heard yet is missing in the rows, and not wrong. */
final class EngineProgress {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final String group;

    EngineProgress(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** Kafka does not answer right now. */
    static final class Unknown extends RetriableException {
        private static final long serialVersionUID = 1L;

        Unknown(Throwable cause) {
            super("Kafka does not say how far the engine is", cause);
        }
    }

    /**
     * Whether everything before these positions was counted.
     *
     * @throws Unknown when Kafka does not say
     */
    boolean hasReached(Map<TopicPartition, Long> positions) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return positions.entrySet().stream().allMatch(position -> {
                OffsetAndMetadata counted = committed.get(position.getKey());
                return position.getValue() == 0 || (counted != null && counted.offset() >= position.getValue());
            });
        } catch (ExecutionException | TimeoutException away) {
            throw new Unknown(away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Unknown(stop);
        }
    }
}
