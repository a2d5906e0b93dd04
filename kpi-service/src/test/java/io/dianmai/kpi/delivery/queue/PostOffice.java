package io.dianmai.kpi.delivery.queue;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.test.MutableClock;
import io.dianmai.kpi.MemoryStore;
import io.dianmai.kpi.delivery.Channels;
import io.dianmai.kpi.delivery.DeliverySettings;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.Notice;
import io.dianmai.kpi.delivery.Samples;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Queues on an embedded store, with a clock that stands and pauses that are as long as they can be. */
final class PostOffice implements AutoCloseable {
    static final int BACKLOG = 50;

    final MutableClock clock = new MutableClock(Samples.NOW);
    final FakeChannel channel = new FakeChannel();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final DeliverySettings settings = new DeliverySettings(
            Duration.ofSeconds(1),
            Duration.ofHours(1),
            Duration.ofDays(1),
            BACKLOG,
            Duration.ofDays(30),
            Duration.ofSeconds(75),
            Duration.ofMillis(200),
            500,
            Duration.ofDays(1),
            List.of(),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10));
    final DeliveryMetrics metrics = new DeliveryMetrics(meters);

    private final MemoryStore store = new MemoryStore();
    final Queues queues = new Queues(store.mongo());
    final Numbers numbers = new Numbers(store.mongo());
    final Deliveries deliveries = new Deliveries(store.mongo());
    final Intake intake = new Intake(queues, numbers, deliveries, settings, metrics, clock);
    final QueueDesk desk = new QueueDesk(queues, deliveries, intake, clock);
    final Courier courier = courier();

    /** Another instance's. */
    Courier courier() {
        Backoff longest = new Backoff(settings.retryFrom(), settings.retryUpTo(), () -> 1.0);
        return new Courier(
                queues,
                deliveries,
                new Channels(List.of(channel)),
                new Sending(id -> "店 " + id),
                new Outcomes(queues, deliveries, settings, longest, metrics, clock),
                settings,
                clock);
    }

    DeliveryTarget open(DeliveryTarget target) {
        desk.open(target.id());
        return target;
    }

    void put(DeliveryTarget target, String... ids) {
        for (String id : ids) {
            put(target, Samples.reminder(id, DeadlineKind.FOLLOW_UP));
        }
    }

    String put(DeliveryTarget target, Notice notice) {
        return intake.put(target, notice, notice.id()).orElseThrow();
    }

    QueueState state(DeliveryTarget target) {
        return Optional.ofNullable(desk.states(List.of(target.id())).get(target.id()))
                .orElseThrow();
    }

    /** What has become of the notices, as {@code id=STATE}, in the order of the queue. */
    List<String> fates() {
        return deliveries.find(Query.query(Criteria.where("state").ne("VOID"))).stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .map(delivery -> delivery.noticeId() + "=" + delivery.state())
                .toList();
    }

    double counted(String outcome) {
        return meters.get("dianmai.deliveries")
                .tag("channel", "WEBHOOK")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Override
    public void close() {
        store.close();
    }
}
