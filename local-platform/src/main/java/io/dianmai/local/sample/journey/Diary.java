package io.dianmai.local.sample.journey;

import io.dianmai.contracts.fact.StoreFact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The facts of one journey, in order: each later than the one before, on whole milliseconds. */
final class Diary {
    private final String journey;
    private final String storeId;
    private final List<SampleFact> facts = new ArrayList<>();
    private final Instant start;
    private Instant now;
    private int noted;
    private int asides;

    Diary(String journey, String storeId, Instant start) {
        this.journey = journey;
        this.storeId = storeId;
        this.start = start.truncatedTo(ChronoUnit.MILLIS);
        this.now = this.start;
    }

    /** When it began. */
    Instant start() {
        return start;
    }

    /** The time of the next fact. */
    Instant now() {
        return now;
    }

    /** Time passes; it never runs back. */
    void until(Instant later) {
        if (later.isAfter(now)) {
            now = later.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    void note(StoreFact fact) {
        facts.add(new SampleFact(journey + "-" + ++noted, now, storeId, fact));
        now = now.plusMillis(1);
    }

    /** Something beside the story: neither the time nor the names of what follows depend on it. */
    void aside(Instant time, StoreFact fact) {
        facts.add(new SampleFact(journey + "-a" + ++asides, time.truncatedTo(ChronoUnit.MILLIS), storeId, fact));
    }

    /** How many facts the story has so far. */
    int noted() {
        return noted;
    }

    List<SampleFact> facts() {
        return List.copyOf(facts);
    }
}
