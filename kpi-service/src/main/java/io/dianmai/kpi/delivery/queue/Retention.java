package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.DeliverySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets deliveries that ended long ago. Several instances may do it at once. */
@Component
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    /** A notice that is heard again just before it is too old still finds its number. */
    private static final Duration LONGER = Duration.ofDays(1);

    private final Deliveries deliveries;
    private final Numbers numbers;
    private final DeliverySettings settings;
    private final Clock clock;

    Retention(Deliveries deliveries, Numbers numbers, DeliverySettings settings, Clock clock) {
        this.deliveries = deliveries;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
    }

    void sweep() {
        Instant oldest = clock.instant().minus(settings.retention()).minus(LONGER);
        long forgotten = deliveries.forget(oldest);
        numbers.forget(oldest);
        if (forgotten > 0) {
            LOG.info("{} deliveries from before {} are no longer listed", forgotten, oldest);
        }
    }
}
