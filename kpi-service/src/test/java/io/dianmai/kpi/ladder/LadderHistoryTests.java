package io.dianmai.kpi.ladder;

import static io.dianmai.kpi.ladder.Drafts.FOLLOW_UPS;
import static io.dianmai.kpi.ladder.Drafts.NOW;
import static io.dianmai.kpi.ladder.Drafts.followUp;
import static io.dianmai.kpi.ladder.Drafts.put;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.ladder.LadderHistory.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LadderHistoryTests {
    private static final Instant SOON = NOW.plusSeconds(3_600);
    private static final Instant LATER = NOW.plusSeconds(7_200);
    private static final Ladder FIRST = followUp(NOW, 1);
    private static final Ladder SECOND = followUp(LATER, 2);

    private LadderHistory history = LadderHistory.nothing(FOLLOW_UPS);

    @Test
    void eachLadderHoldsUntilTheNextToTheMillisecond() throws IOException {
        say(put(SECOND));
        say(put(FIRST));

        assertThat(holding(NOW.minusMillis(1))).isEqualTo(shipped());
        assertThat(holding(NOW)).isEqualTo(FIRST);
        assertThat(holding(LATER.minusMillis(1))).isEqualTo(FIRST);
        assertThat(holding(LATER)).isEqualTo(SECOND);
    }

    @Test
    void whatShipsHoldsAgainAfterTheEndAlsoInsteadOfWhatWasToCome() throws IOException {
        say(put(FIRST));
        say(put(SECOND));
        say(new LadderChange.Ended(SOON, "hq", SOON));

        assertThat(holding(SOON.minusMillis(1))).isEqualTo(FIRST);
        assertThat(holding(SOON)).isEqualTo(shipped());
        assertThat(holding(LATER)).isEqualTo(shipped());

        Ladder anew = followUp(SOON.minusMillis(1), 3);
        say(put(anew));
        assertThat(holding(SOON.minusMillis(2))).isEqualTo(FIRST);
        assertThat(holding(LATER)).isEqualTo(anew);
        assertThat(history.revision()).isEqualTo(4);
    }

    @Test
    void aLadderThatHasNotBegunCanBeCancelled() throws IOException {
        say(put(FIRST));
        say(put(SECOND));

        assertThat(outcome(new LadderChange.Cancelled(LATER, "hq", LATER), null))
                .isInstanceOf(Outcome.Begun.class);
        assertThat(outcome(new LadderChange.Cancelled(SOON, "hq", NOW), null)).isInstanceOf(Outcome.Nothing.class);
        say(new LadderChange.Cancelled(LATER, "hq", LATER.minusMillis(1)));
        assertThat(holding(LATER)).isEqualTo(FIRST);
        assertThat(outcome(new LadderChange.Cancelled(LATER, "hq", NOW), null)).isInstanceOf(Outcome.Nothing.class);
    }

    @Test
    void twoLaddersCannotHoldFromTheSameInstantOn() {
        say(put(SECOND));
        assertThat(outcome(put(followUp(LATER, 9)), null)).isEqualTo(new Outcome.DateTaken(SECOND));
        assertThat(outcome(put(followUp(LATER.plusMillis(1), 9)), null)).isInstanceOf(Outcome.Said.class);
        assertThat(outcome(put(followUp(LATER.minusMillis(1), 9)), null)).isInstanceOf(Outcome.Said.class);
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        say(put(FIRST));
        assertThat(outcome(put(FIRST), null)).isEqualTo(new Outcome.Unchanged(history));
        assertThat(outcome(put(followUp(SOON, 1)), 1)).isEqualTo(new Outcome.Unchanged(history));
        assertThat(outcome(put(FIRST), 0)).isEqualTo(new Outcome.Stale(1));
    }

    @Test
    void whoeverHasSeenAnotherRevisionIsRefused() {
        assertThat(outcome(put(FIRST), 1)).isEqualTo(new Outcome.Stale(0));
        assertThat(outcome(put(FIRST), 0)).isInstanceOf(Outcome.Said.class);
    }

    @Test
    void whereNothingIsSaidNothingEnds() {
        assertThat(outcome(new LadderChange.Ended(NOW, "hq", NOW), null)).isInstanceOf(Outcome.Nothing.class);
        say(put(FIRST));
        say(new LadderChange.Ended(SOON, "hq", SOON));
        // What was said about the time before stands, but ending it again would change nothing.
        assertThat(outcome(new LadderChange.Ended(LATER, "hq", LATER), null)).isInstanceOf(Outcome.Nothing.class);
    }

    @Test
    void aHistoryHasAnEnd() {
        history = new LadderHistory(FOLLOW_UPS, Collections.nCopies(500, put(FIRST)));
        assertThat(outcome(put(SECOND), null)).isEqualTo(new Outcome.Full(500));
    }

    private void say(LadderChange change) {
        if (outcome(change, null) instanceof Outcome.Said(LadderHistory more)) {
            history = more;
        } else {
            throw new AssertionError(change + " was refused");
        }
    }

    private Outcome outcome(LadderChange change, @Nullable Integer expected) {
        return history.with(change, expected);
    }

    private Ladder holding(Instant dueAt) throws IOException {
        return Ladders.of(1, LadderFile.shipped().ladders(), List.of(history))
                .of(FOLLOW_UPS.kind(), Place.unknown("S1"), dueAt);
    }

    private static Ladder shipped() throws IOException {
        return Ladders.shipped().of(FOLLOW_UPS.kind(), Place.unknown("S1"), NOW);
    }
}
