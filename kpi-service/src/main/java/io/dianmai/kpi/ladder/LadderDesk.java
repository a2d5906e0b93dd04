package io.dianmai.kpi.ladder;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ladder.LadderHistory.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Where headquarters changes ladders, and everybody else looks them up. */
public final class LadderDesk {
    private final LadderArchive archive;
    private final StoredLadders ladders;

    LadderDesk(LadderArchive archive, StoredLadders ladders) {
        this.archive = archive;
        this.ladders = ladders;
    }

    /**
     * A ladder that holds.
     *
     * @param until another one, or none, holds for deadlines that are due from then on; null for no end
     */
    public record Holding(Ladder ladder, @Nullable Instant until) {}

    /** Which state of the ladders the answers are from. */
    public long version() {
        return ladders.current().version();
    }

    /** All ladders for deadlines that are due then, by kind, the less specific ones first. */
    public List<Holding> inForce(Instant dueAt) {
        Ladders current = ladders.current();
        return current.inForce(dueAt).stream()
                .map(ladder -> holding(current, ladder, dueAt))
                .toList();
    }

    /** The ladder of each kind for deadlines of a store that are due then. */
    public List<Holding> inForce(Place place, Instant dueAt) {
        Ladders current = ladders.current();
        return Arrays.stream(DeadlineKind.values())
                .map(kind -> holding(current, current.of(kind, place, dueAt), dueAt))
                .toList();
    }

    /** The ladder of one scope for deadlines that are due then. */
    public Optional<Holding> inForce(LadderKey key, Instant dueAt) {
        Ladders current = ladders.current();
        return current.timeline(key).at(dueAt).map(ladder -> holding(current, ladder, dueAt));
    }

    /** Ladders of one scope for deadlines that are due later. */
    public List<Holding> toCome(LadderKey key, Instant dueAt) {
        Ladders current = ladders.current();
        return current.timeline(key)
                .ladders()
                .filter(ladder -> ladder.effectiveFrom().isAfter(dueAt))
                .map(ladder -> holding(current, ladder, ladder.effectiveFrom()))
                .toList();
    }

    /** All that headquarters has said about one scope; nothing when it has not. */
    public LadderHistory history(LadderKey key) {
        return archive.find(key);
    }

    /**
     * Records a change, by which this instance goes at once and the others within a second or two.
     *
     * @param expected the revision that the history must have; null for whichever it has
     * @throws OptimisticLockingFailureException when others were faster again and again
     */
    public Outcome record(LadderKey key, LadderChange change, @Nullable Integer expected) {
        Outcome outcome = archive.record(key, change, expected);
        if (outcome instanceof Outcome.Said) {
            ladders.refresh();
        }
        return outcome;
    }

    private static Holding holding(Ladders current, Ladder ladder, Instant dueAt) {
        LadderKey key = new LadderKey(ladder.kind(), ladder.scope());
        return new Holding(ladder, current.timeline(key).changeAfter(dueAt));
    }
}
