package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.Channel;
import io.dianmai.kpi.delivery.Channels;
import io.dianmai.kpi.delivery.DeliverySettings;
import io.dianmai.kpi.delivery.DeliveryTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * 信使: works off the queue of one target until it is empty or has to wait. The lease makes it the only one; it is
 * prolonged before every message, so a courier that was held up longer sends one message more at most, with the ids that
 * the next one sends again.
 */
@Component
class Courier {
    private static final int WINDOW = 100;
    /** Whoever has taken a number puts something there within milliseconds, unless it has died. */
    private static final Duration HOLE_PATIENCE = Duration.ofSeconds(2);

    private final Queues queues;
    private final Deliveries deliveries;
    private final Channels channels;
    private final Sending sending;
    private final Outcomes outcomes;
    private final DeliverySettings settings;
    private final Clock clock;
    private final String instance = UUID.randomUUID().toString();
    /** Since when this instance has seen a number without a delivery at the head of a lane. */
    private final Map<String, Instant> holes = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    Courier(
            Queues queues,
            Deliveries deliveries,
            Channels channels,
            Sending sending,
            Outcomes outcomes,
            DeliverySettings settings,
            Clock clock) {
        this.queues = queues;
        this.deliveries = deliveries;
        this.channels = channels;
        this.sending = sending;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends what can be sent to a target now; does nothing while another instance works on it. */
    void work(DeliveryTarget target) {
        Optional<Channel> channel = channels.find(target.channel());
        if (channel.isEmpty()) {
            return;
        }
        String token = instance + ':' + UUID.randomUUID();
        try {
            Optional<Queue> queue = lease(target, token);
            while (queue.isPresent() && step(new Round(target, channel.get(), token, queue.get()))) {
                queue = stopping ? Optional.empty() : lease(target, token);
            }
        } finally {
            queues.release(target.id(), token);
        }
    }

    /** Messages on their way end, and no other begins. */
    void stop() {
        stopping = true;
    }

    private Optional<Queue> lease(DeliveryTarget target, String token) {
        Instant now = clock.instant();
        return queues.lease(target.id(), token, now, now.plus(settings.lease()));
    }

    /** One message, or one look at what has ended; whether there may be more to do. */
    private boolean step(Round round) {
        Instant now = clock.instant();
        Optional<Lane> lane = next(round.target(), round.queue(), now);
        return lane.isPresent() && serve(round, lane.get(), now);
    }

    /** The lane that something can be sent from now; empty when there is none. */
    static Optional<Lane> next(DeliveryTarget target, Queue queue, Instant now) {
        if (!queue.isReady(now)) {
            return Optional.empty();
        }
        return Stream.of(Lane.values())
                .filter(lane -> queue.line(lane).length() > 0)
                .filter(lane -> mayBeTold(target, lane, now))
                .findFirst();
    }

    private static boolean mayBeTold(DeliveryTarget target, Lane lane, Instant now) {
        return lane == Lane.ANY_HOUR
                || target.quietHours() == null
                || target.quietHours().quietUntil(now).isEmpty();
    }

    private boolean serve(Round round, Lane lane, Instant now) {
        Line line = round.queue().line(lane);
        int most = round.channel().mostAtOnce();
        long to = Math.min(line.tail(), line.head() + Math.max(WINDOW, most));
        Stretch stretch = Stretch.of(deliveries.window(round.target().id(), lane, line.head(), to), line, most);
        if (stretch.hole()) {
            return fill(lane.deliveryId(round.target().id(), line.head()), now);
        }
        if (stretch.waiting().isEmpty()) {
            queues.moveOn(round.target().id(), round.token(), lane, stretch.next());
            return true;
        }
        return send(round, lane, stretch);
    }

    private boolean fill(String deliveryId, Instant now) {
        Instant since = holes.computeIfAbsent(deliveryId, _ -> now);
        if (now.isBefore(since.plus(HOLE_PATIENCE))) {
            return false;
        }
        deliveries.giveUp(deliveryId, now);
        holes.remove(deliveryId);
        return true;
    }

    private boolean send(Round round, Lane lane, Stretch stretch) {
        Instant begun = clock.instant();
        List<Delivery> waiting = stretch.waiting();
        Attempt attempt = sending.send(round.channel(), round.target(), waiting);
        return outcomes.note(round, lane, stretch, attempt, begun);
    }
}
