package io.dianmai.kpi.ladder;

import java.time.Instant;

/** What headquarters has said about the ladders of one kind and scope. */
public sealed interface LadderChange {
    /** Who said it. */
    String by();

    /** When. */
    Instant at();

    /** From when on it holds; of a cancelled ladder, from when on it was to hold. */
    Instant from();

    /** A ladder holds from its date on. */
    record Put(Ladder ladder, String by, Instant at) implements LadderChange {
        @Override
        public Instant from() {
            return ladder.effectiveFrom();
        }
    }

    /** Nothing is said any more for deadlines that are due from then on, also not by ladders that were to come. */
    record Ended(Instant from, String by, Instant at) implements LadderChange {}

    /** A ladder that has not begun will not. */
    record Cancelled(Instant from, String by, Instant at) implements LadderChange {}
}
