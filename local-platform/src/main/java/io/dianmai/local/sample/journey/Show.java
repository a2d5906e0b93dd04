package io.dianmai.local.sample.journey;

import io.dianmai.local.sample.group.Group;
import io.dianmai.local.sample.group.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What happens for those who watch: at any hour, customers come at even intervals and go in minutes through what takes
 * others weeks. Which customer comes when depends on the instant only, so whoever was interrupted can ask again.
 */
public final class Show {
    /** Facts of a journey in the mean. */
    static final double FACTS_EACH = 4.6;

    private static final double SALES = 0.62;

    /** No journey takes longer. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Group group;
    private final long everyMillis;

    public Show(Group group, double factsPerSecond) {
        this.group = group;
        this.everyMillis = Math.max(1, Math.round(FACTS_EACH / factsPerSecond * 1000));
    }

    /**
     * Facts after {@code after} and until {@code until}, in order of time.
     *
     * @param opening when the first customer may come
     */
    public List<SampleFact> between(Instant opening, Instant after, Instant until) {
        Instant earliest = after.minus(LONGEST);
        long first = Math.ceilDiv((earliest.isBefore(opening) ? opening : earliest).toEpochMilli(), everyMillis);
        long last = until.toEpochMilli() / everyMillis;
        return LongStream.rangeClosed(first, last)
                .mapToObj(slot -> journey(slot * everyMillis))
                .flatMap(List::stream)
                .filter(fact -> fact.time().isAfter(after) && !fact.time().isAfter(until))
                .sorted(Comparator.comparing(SampleFact::time))
                .toList();
    }

    private List<SampleFact> journey(long startMillis) {
        var chance = new Chance("show " + startMillis);
        Store store = chance.of(group.stores());
        var scene = new Scene(group, store, store.habits().onShow(), new Pace.OnShow());
        String id = store.id() + "-show-" + startMillis;
        Instant start = Instant.ofEpochMilli(startMillis);
        return chance.in(SALES) ? SalesJourney.play(id, scene, start) : ServiceJourney.play(id, scene, start);
    }
}
