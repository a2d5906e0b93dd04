package io.dianmai.local.sample.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.fact.VehicleReceived;
import io.dianmai.contracts.fact.VehicleReturned;
import io.dianmai.local.sample.group.Group;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShowTests {
    /** In the middle of the night, when every store is closed. */
    private static final Instant OPENING = Instant.parse("2026-11-20T18:00:00Z");

    private static final Instant LATER = OPENING.plus(Duration.ofHours(2));
    private static final Show SHOW = new Show(Group.load(), 1);
    private static final List<SampleFact> FACTS = SHOW.between(OPENING, OPENING, LATER);

    @Test
    void tellsTheSameInPiecesAsAtOnce() {
        Instant between = OPENING.plusMillis(1_234_567);

        assertThat(Stream.concat(
                        SHOW.between(OPENING, OPENING, between).stream(),
                        SHOW.between(OPENING, between, LATER).stream()))
                .containsExactlyElementsOf(FACTS);
    }

    @Test
    void everyStepIsLegal() {
        var legality = new Legality();

        FACTS.forEach(legality::follow);
    }

    @Test
    void flowsAtTheRateAskedFor() {
        List<SampleFact> secondHour = SHOW.between(OPENING, OPENING.plus(Duration.ofHours(1)), LATER);

        assertThat(secondHour.size() / 3600.0).isBetween(0.8, 1.2);
    }

    @Test
    void showsPromisesThatAreSecondsAwayOfWhichSomeAreKept() {
        Map<String, Instant> promises = new HashMap<>();
        int kept = 0;
        int broken = 0;
        for (SampleFact fact : FACTS) {
            if (fact.data() instanceof VehicleReceived received && received.promisedAt() != null) {
                promises.put(received.orderRef(), received.promisedAt());
            } else if (fact.data() instanceof VehicleReturned returned) {
                if (fact.time().isAfter(promises.get(returned.orderRef()))) {
                    broken++;
                } else {
                    kept++;
                }
            }
        }

        assertThat(kept).isGreaterThan(20);
        assertThat(broken).isBetween(kept / 20, kept);
    }

    @Test
    void agreesContactsThatAreSecondsAway() {
        assertThat(FACTS)
                .anyMatch(fact -> fact.data() instanceof ContactMade contact
                        && contact.nextContactAt() != null
                        && contact.nextContactAt().isAfter(fact.time().plusSeconds(20))
                        && contact.nextContactAt().isBefore(fact.time().plusSeconds(90)));
    }
}
