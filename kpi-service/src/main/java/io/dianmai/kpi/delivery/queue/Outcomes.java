package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.Attempt;
import io.dianmai.kpi.delivery.DeliverySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Notes what has come of an attempt: first at the deliveries, then at the queue. */
@Component
class Outcomes {
    private final Queues queues;
    private final Deliveries deliveries;
    private final DeliverySettings settings;
    private final Backoff backoff;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    @Autowired
    Outcomes(Queues queues, Deliveries deliveries, DeliverySettings settings, DeliveryMetrics metrics, Clock clock) {
        this(
                queues,
                deliveries,
                settings,
                new Backoff(
                        settings.retryFrom(),
                        settings.retryUpTo(),
                        () -> ThreadLocalRandom.current().nextDouble()),
                metrics,
                clock);
    }

    Outcomes(
            Queues queues,
            Deliveries deliveries,
            DeliverySettings settings,
            Backoff backoff,
            DeliveryMetrics metrics,
            Clock clock) {
        this.queues = queues;
        this.deliveries = deliveries;
        this.settings = settings;
        this.backoff = backoff;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return whether the queue can go on at once */
    boolean note(Round round, Lane lane, Stretch stretch, Attempt attempt, Instant begun) {
        Instant now = clock.instant();
        List<Delivery> sent = stretch.waiting();
        long millis = Duration.between(begun, now).toMillis();
        return switch (attempt) {
            case Attempt.Delivered(int status) -> {
                Tried tried = new Tried(begun, "delivered", status, null, millis);
                deliveries.end(sent, DeliveryState.DELIVERED, null, now, tried);
                queues.moveOnWell(round.target().id(), round.token(), lane, stretch.next());
                metrics.delivered(round.target().channel(), sent.size());
                yield true;
            }
            case Attempt.Refused(String reason) -> {
                Tried tried = new Tried(begun, "refused", null, reason, millis);
                deliveries.end(sent, DeliveryState.PARKED, reason, now, tried);
                queues.moveOnWell(round.target().id(), round.token(), lane, stretch.next());
                metrics.refused(round.target().channel(), sent.size());
                yield true;
            }
            case Attempt.Dead(String reason) -> {
                deliveries.tried(sent, new Tried(begun, "dead", null, reason, millis));
                queues.turnOff(round.target().id(), round.token(), reason, now);
                metrics.dead(round.target().channel());
                yield false;
            }
            case Attempt.Retry retry -> {
                deliveries.tried(sent, new Tried(begun, "retry", null, retry.reason(), millis));
                metrics.retried(round.target().channel(), sent.size());
                failed(round, retry, now);
                yield false;
            }
        };
    }

    private void failed(Round round, Attempt.Retry retry, Instant now) {
        Queue queue = round.queue();
        int failures = queue.failures() + 1;
        Instant since = queue.failingSince() == null ? now : queue.failingSince();
        Instant next = now.plus(backoff.pause(failures, retry.after()));
        queues.failed(round.target().id(), round.token(), failures, since, next);
        if (!now.isBefore(since.plus(settings.retryFor()))) {
            for (Lane lane : Lane.values()) {
                park(round, lane, now);
            }
        }
    }

    /** Parks what has waited for as long as a target may fail: only that, and only when it has failed for so long. */
    private void park(Round round, Lane lane, Instant now) {
        Line line = round.queue().line(lane);
        Instant lapsed = now.minus(settings.retryFor());
        boolean more = line.length() > 0;
        while (more) {
            Stretch one =
                    Stretch.of(deliveries.window(round.target().id(), lane, line.head(), line.head() + 1), line, 1);
            more = !one.hole()
                    && one.waiting().stream()
                            .noneMatch(delivery -> delivery.at().isAfter(lapsed));
            if (more) {
                String reason = "The target has failed for " + settings.retryFor() + ".";
                deliveries.end(one.waiting(), DeliveryState.PARKED, reason, now, null);
                queues.moveOn(round.target().id(), round.token(), lane, one.next());
                metrics.givenUp(round.target().channel(), one.waiting().size());
                line = new Line(one.next(), line.tail());
                more = line.length() > 0;
            }
        }
    }
}
