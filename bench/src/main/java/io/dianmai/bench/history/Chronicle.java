package io.dianmai.bench.history;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * So many events of a group, in order of time: each day at each store some leads and jobs begin. Always the same for the same numbers, and
 * never more of it in memory than what is under way.
 */
public final class Chronicle {
    /** Where every history ends; a fixed day, so that the same numbers give the same events. */
    private static final Instant END = Instant.parse("2026-06-30T10:00:00Z");

    private static final int LEADS_PER_DAY = 3;
    private static final int JOBS_PER_DAY = 11;
    private static final int BEGINNINGS_PER_DAY = LEADS_PER_DAY + JOBS_PER_DAY;
    /** About; what the tales give on an average day of a store. */
    static final int EVENTS_PER_DAY = 115;

    private static final Duration OPENING = Duration.ofHours(1);
    private static final Duration OPEN = Duration.ofHours(9);

    private final Group group;
    private final long events;
    private final SplittableRandom random;
    private final PriorityQueue<Telling> underWay =
            new PriorityQueue<>(Comparator.comparing(Telling::due).thenComparing(Telling::number));
    private long begun;
    private long told;

    /** With another seed it is another history, of other customers. */
    public Chronicle(Group group, long events, long seed) {
        this.group = group;
        this.events = events;
        this.random = new SplittableRandom(seed);
    }

    /** A tale that is told up to some event. */
    private record Telling(List<Envelope<EventData>> tale, int next, long number) {
        Instant due() {
            return tale.get(next).time();
        }

        boolean hasMore() {
            return next + 1 < tale.size();
        }

        Telling advanced() {
            return new Telling(tale, next + 1, number);
        }
    }

    /** How many days it spans. */
    public int days() {
        return Math.toIntExact(Math.ceilDiv(events, (long) group.stores() * EVENTS_PER_DAY)) + 1;
    }

    /** Hands out all events. */
    public void tell(Consumer<Envelope<EventData>> listener) {
        Instant day = END.minus(Duration.ofDays(days()));
        while (told < events) {
            tellDay(day, listener);
            day = day.plus(Duration.ofDays(1));
        }
    }

    private void tellDay(Instant day, Consumer<Envelope<EventData>> listener) {
        int beginnings = group.stores() * BEGINNINGS_PER_DAY;
        for (int i = 0; i < beginnings; i++) {
            Instant begin = day.plus(OPENING).plus(OPEN.multipliedBy(i).dividedBy(beginnings));
            tellUntil(begin, listener);
            underWay.add(new Telling(begin(begin, random.nextInt(BEGINNINGS_PER_DAY)), 0, begun++));
        }
    }

    private List<Envelope<EventData>> begin(Instant begin, int kind) {
        var tale = new Tale(Group.store(random.nextInt(group.stores())), begin, random.split());
        return kind < LEADS_PER_DAY ? LeadTale.told(tale) : JobTale.told(tale);
    }

    private void tellUntil(Instant time, Consumer<Envelope<EventData>> listener) {
        while (told < events && !underWay.isEmpty() && underWay.element().due().isBefore(time)) {
            Telling telling = underWay.remove();
            listener.accept(telling.tale().get(telling.next()));
            told++;
            if (telling.hasMore()) {
                underWay.add(telling.advanced());
            }
        }
    }
}
