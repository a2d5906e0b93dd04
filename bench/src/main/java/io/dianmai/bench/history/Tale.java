package io.dianmai.bench.history;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What happens with one customer of one store, told in the order of time; chance decides, the same at each run. */
final class Tale {
    private static final URI SOURCE = URI.create("/bench");
    /** Chances are in per cent. */
    private static final int CERTAIN = 100;

    private final String store;
    private final SplittableRandom random;
    private final List<Envelope<EventData>> events = new ArrayList<>();
    private Instant now;

    Tale(String store, Instant begin, SplittableRandom random) {
        this.store = store;
        this.now = begin;
        this.random = random;
    }

    /** Something that events are about: numbers them from 1. */
    final class Subject {
        private final String id = id();
        private long sequence;

        void tell(EventData data) {
            sequence++;
            events.add(new Envelope<>(id(), SOURCE, id, now, store, sequence, now, traceParent(), data));
        }

        String name() {
            return id;
        }
    }

    Subject subject() {
        return new Subject();
    }

    String store() {
        return store;
    }

    Instant now() {
        return now;
    }

    void after(Duration time) {
        now = now.plus(time);
    }

    boolean chance(int percent) {
        return random.nextInt(CERTAIN) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    List<Envelope<EventData>> events() {
        return events;
    }

    private String traceParent() {
        String span = "%016x".formatted(random.nextLong() | 1);
        return "00-" + span + span + "-" + span + "-00";
    }
}
