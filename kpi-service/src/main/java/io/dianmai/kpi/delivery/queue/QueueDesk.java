package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.StructuredEvent;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people do with queues. */
@Component
public class QueueDesk {
    private final Queues queues;
    private final Deliveries deliveries;
    private final Intake intake;
    private final Clock clock;

    QueueDesk(Queues queues, Deliveries deliveries, Intake intake, Clock clock) {
        this.queues = queues;
        this.deliveries = deliveries;
        this.intake = intake;
        this.clock = clock;
    }

    /** Before the target is there to be told anything. */
    public void open(String targetId) {
        queues.create(targetId);
    }

    /** After the target is gone: what still waited for it is parked. */
    public void close(String targetId) {
        queues.delete(targetId);
        deliveries.parkAllOf(targetId, "The target was deleted.", clock.instant());
    }

    /** Sends to a target again that was off, or that waits after failures. */
    public boolean resume(String targetId) {
        return queues.resume(targetId);
    }

    public Map<String, QueueState> states(Collection<String> targetIds) {
        return queues.find(targetIds).stream().collect(Collectors.toMap(Queue::targetId, QueueState::of));
    }

    /**
     * Puts a parked delivery into the queue anew, with the same notice's id. Twice is the same as once.
     *
     * @return the new delivery's id; empty when the target was deleted
     */
    public Optional<String> sendAgain(DeliveryTarget target, Delivery parked) {
        Notice notice = Notice.of(StructuredEvent.read(parked.event()), parked.storeId());
        Optional<String> anew = intake.put(target, notice, notice.id() + '#' + parked.id());
        if (anew.isPresent()) {
            deliveries.resent(parked.id(), clock.instant());
        }
        return anew;
    }
}
