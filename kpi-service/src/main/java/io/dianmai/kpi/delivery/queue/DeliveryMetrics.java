package io.dianmai.kpi.delivery.queue;

import io.dianmai.kpi.delivery.ChannelKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is delivered, and what is not. */
@Component
class DeliveryMetrics {
    private final Map<ChannelKind, Map<Outcome, Counter>> outcomes = new EnumMap<>(ChannelKind.class);
    private final Map<ChannelKind, Level> levels = new EnumMap<>(ChannelKind.class);

    private enum Outcome {
        DELIVERED("delivered"),
        RETRIED("retried"),
        DEAD("dead"),
        REFUSED("parked-refused"),
        GIVEN_UP("parked-given-up"),
        OVERFLOW("parked-overflow");

        private final String tag;

        Outcome(String tag) {
            this.tag = tag;
        }
    }

    /** How it stands, seen from this instance: every instance sees all. */
    private record Level(AtomicLong waiting, AtomicLong oldestMillis, AtomicLong off) {}

    DeliveryMetrics(MeterRegistry meters) {
        for (ChannelKind channel : ChannelKind.values()) {
            Tags tags = Tags.of("channel", channel.name());
            Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
            Stream.of(Outcome.values())
                    .forEach(outcome -> counters.put(
                            outcome,
                            Counter.builder("dianmai.deliveries")
                                    .description("Deliveries by what came of them; retried counts attempts")
                                    .tags(tags.and("outcome", outcome.tag))
                                    .register(meters)));
            outcomes.put(channel, counters);
            Level level = new Level(new AtomicLong(), new AtomicLong(), new AtomicLong());
            levels.put(channel, level);
            meters.gauge("dianmai.deliveries.waiting", tags, level.waiting());
            meters.gauge("dianmai.deliveries.oldest.seconds", tags, level.oldestMillis(), value -> value.get() / 1e3);
            meters.gauge("dianmai.deliveries.targets.off", tags, level.off());
        }
    }

    void delivered(ChannelKind channel, int count) {
        add(channel, Outcome.DELIVERED, count);
    }

    void retried(ChannelKind channel, int count) {
        add(channel, Outcome.RETRIED, count);
    }

    void dead(ChannelKind channel) {
        add(channel, Outcome.DEAD, 1);
    }

    void refused(ChannelKind channel, int count) {
        add(channel, Outcome.REFUSED, count);
    }

    void givenUp(ChannelKind channel, int count) {
        add(channel, Outcome.GIVEN_UP, count);
    }

    void overflow(ChannelKind channel, int count) {
        add(channel, Outcome.OVERFLOW, count);
    }

    /**
     * How it stands now with all targets of a channel.
     *
     * @param oldest how long the one that has waited longest has waited
     * @param off targets that nothing is sent to
     */
    void level(ChannelKind channel, long waiting, Duration oldest, long off) {
        Level level = Objects.requireNonNull(levels.get(channel));
        level.waiting().set(waiting);
        level.oldestMillis().set(oldest.toMillis());
        level.off().set(off);
    }

    private void add(ChannelKind channel, Outcome outcome, int count) {
        Objects.requireNonNull(Objects.requireNonNull(outcomes.get(channel)).get(outcome))
                .increment(count);
    }
}
