package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.DeliverySettings;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.StructuredEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts notices into the queues of targets. A notice takes a number, the number is kept under the notice, and the
 * delivery is put where the number says: whatever stops it in between, it comes again and goes on from there. A number
 * that was taken and not used is given up by whoever works on the queue.
 */
@Component
class Intake {
    private static final String OVERFLOW = "More than the allowed backlog was waiting for this target.";

    private final Queues queues;
    private final Numbers numbers;
    private final Deliveries deliveries;
    private final DeliverySettings settings;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    Intake(
            Queues queues,
            Numbers numbers,
            Deliveries deliveries,
            DeliverySettings settings,
            DeliveryMetrics metrics,
            Clock clock) {
        this.queues = queues;
        this.numbers = numbers;
        this.deliveries = deliveries;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A number of the queue. */
    private record Taken(String deliveryId, boolean tooMany) {}

    /**
     * Puts a notice into a target's queue once, however often it is called with the same key.
     *
     * @return the delivery's id; empty when the target was deleted
     */
    Optional<String> put(DeliveryTarget target, Notice notice, String key) {
        String numberKey = target.id() + '|' + key;
        Lane lane = Lane.of(target, notice);
        Optional<String> known = numbers.find(numberKey);
        if (known.isPresent() && deliveries.put(delivery(known.get(), target, notice, false))) {
            return known;
        }
        Optional<Taken> taken = take(target, lane);
        while (taken.isPresent()) {
            String mine = taken.get().deliveryId();
            String holds = known.isPresent()
                    ? numbers.replace(numberKey, known.get(), mine)
                    : numbers.keep(numberKey, mine, clock.instant());
            boolean tooMany = taken.get().tooMany() && holds.equals(mine);
            if (deliveries.put(delivery(holds, target, notice, tooMany))) {
                count(target, tooMany);
                return Optional.of(holds);
            }
            known = Optional.of(holds);
            taken = take(target, lane);
        }
        return Optional.empty();
    }

    private Optional<Taken> take(DeliveryTarget target, Lane lane) {
        return queues.takeNumber(target.id(), lane)
                .map(before -> new Taken(
                        lane.deliveryId(target.id(), before.line(lane).tail()),
                        before.waiting() >= settings.backlog()));
    }

    private void count(DeliveryTarget target, boolean tooMany) {
        if (tooMany) {
            metrics.overflow(target.channel(), 1);
        }
    }

    private Delivery delivery(String id, DeliveryTarget target, Notice notice, boolean tooMany) {
        Instant now = clock.instant();
        return new Delivery(
                id,
                target.id(),
                notice.id(),
                notice.kind(),
                notice.storeId(),
                notice.deadlines().stream().sorted().toList(),
                now,
                StructuredEvent.write(notice.event()),
                tooMany ? DeliveryState.PARKED : DeliveryState.WAITING,
                tooMany ? OVERFLOW : null,
                0,
                List.of(),
                tooMany ? now : null);
    }
}
