package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.ChannelKind;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.target.TargetBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Measures how much waits, and for how long. */
@Component
class Levels {
    private final TargetBook targets;
    private final Queues queues;
    private final Deliveries deliveries;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    Levels(TargetBook targets, Queues queues, Deliveries deliveries, DeliveryMetrics metrics, Clock clock) {
        this.targets = targets;
        this.queues = queues;
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.clock = clock;
    }

    void measure() {
        Instant now = clock.instant();
        List<DeliveryTarget> all = targets.current();
        Map<String, Queue> byTarget = queues
                .find(all.stream().map(DeliveryTarget::id).toList())
                .stream()
                .collect(Collectors.toMap(Queue::targetId, Function.identity()));
        for (ChannelKind channel : ChannelKind.values()) {
            List<Queue> ofChannel = all.stream()
                    .filter(target -> target.channel() == channel)
                    .flatMap(target -> Stream.ofNullable(byTarget.get(target.id())))
                    .toList();
            long waiting = ofChannel.stream().mapToLong(Queue::waiting).sum();
            long off = ofChannel.stream().filter(queue -> queue.off() != null).count();
            metrics.level(channel, waiting, oldest(ofChannel, now), off);
        }
    }

    /** By the heads of the lanes: nothing behind them is older. */
    private Duration oldest(List<Queue> ofChannel, Instant now) {
        return ofChannel.stream()
                .flatMap(queue -> Stream.of(Lane.values())
                        .filter(lane -> queue.line(lane).length() > 0)
                        .map(lane -> lane.deliveryId(
                                queue.targetId(), queue.line(lane).head())))
                .flatMap(id -> deliveries.find(id).stream())
                .map(delivery -> Duration.between(delivery.at(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
