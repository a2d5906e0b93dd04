package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.DeliverySettings;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.target.TargetBook;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Gives each target that has something to send a courier of its own on a thread of its own: however slow one is, it holds
 * back no other. There are no more threads than targets, and of those there is a most.
 */
@Component
class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Supplier<List<DeliveryTarget>> targets;
    private final Queues queues;
    private final Courier courier;
    private final int most;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());

    @Autowired
    Dispatcher(TargetBook targets, Queues queues, Courier courier, DeliverySettings settings, Clock clock) {
        this(targets::current, queues, courier, settings, clock);
    }

    Dispatcher(
            Supplier<List<DeliveryTarget>> targets,
            Queues queues,
            Courier courier,
            DeliverySettings settings,
            Clock clock) {
        this.targets = targets;
        this.queues = queues;
        this.courier = courier;
        most = settings.mostTargets();
        this.clock = clock;
    }

    /** Sends couriers to all targets that something can be sent to now. */
    void dispatch() {
        List<DeliveryTarget> all = targets.get();
        if (all.isEmpty()) {
            return;
        }
        Map<String, DeliveryTarget> byId =
                all.stream().collect(Collectors.toMap(DeliveryTarget::id, Function.identity()));
        Instant now = clock.instant();
        for (Queue queue : queues.find(byId.keySet())) {
            DeliveryTarget target = byId.get(queue.targetId());
            if (target != null
                    && isFree(queue, now)
                    && Courier.next(target, queue, now).isPresent()) {
                start(target);
            }
        }
    }

    private static boolean isFree(Queue queue, Instant now) {
        return !queue.leasedUntil().isAfter(now);
    }

    private void start(DeliveryTarget target) {
        if (busy.size() >= most || !busy.add(target.id())) {
            return;
        }
        try {
            threads.execute(() -> work(target));
        } catch (RejectedExecutionException closing) {
            LOG.debug("no more deliveries: the service stops", closing);
            busy.remove(target.id());
        }
    }

    private void work(DeliveryTarget target) {
        try {
            courier.work(target);
        } catch (RuntimeException failed) {
            LOG.warn("deliveries to target {} go on later", target.id(), failed);
        } finally {
            busy.remove(target.id());
        }
    }

    /** Messages on their way end first; a message takes seconds. */
    @Override
    public void close() {
        courier.stop();
        threads.close();
    }
}
