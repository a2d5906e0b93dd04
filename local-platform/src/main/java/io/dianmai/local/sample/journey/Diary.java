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
    private Instant now;

    Diary(String journey, String storeId, Instant start) {
        this.journey = journey;
        this.storeId = storeId;
        this.now = start.truncatedTo(ChronoUnit.MILLIS);
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
        facts.add(new SampleFact(journey + "-" + (facts.size() + 1), now, storeId, fact));
        now = now.plusMillis(1);
    }

    List<SampleFact> facts() {
        return List.copyOf(facts);
    }
}
