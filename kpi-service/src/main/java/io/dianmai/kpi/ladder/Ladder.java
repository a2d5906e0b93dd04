package io.dianmai.kpi.ladder;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * 提醒阶梯: who hears of a lapsing deadline, step by step.
 *
 * @param scope where it holds
 * @param effectiveFrom holds for deadlines that are due from then on, until the next ladder of this kind and scope
 * @param clock when a deadline is due that the engine starts by itself
 * @param longestSnooze how far the rungs of one deadline can be put off in all; zero for not at all
 * @param rungs in order of time
 */
public record Ladder(
        DeadlineKind kind,
        LadderScope scope,
        Instant effectiveFrom,
        ClockTerms clock,
        Duration longestSnooze,
        List<Rung> rungs) {
    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException(kind + ": a ladder without rungs");
        }
        for (int i = 1; i < rungs.size(); i++) {
            if (rungs.get(i).offset().compareTo(rungs.get(i - 1).offset()) <= 0) {
                throw new IllegalArgumentException(kind + ": rung " + i + " does not come after the one before");
            }
        }
    }

    /** Whether it says the same, from whatever date on. */
    boolean saysTheSameAs(Ladder other) {
        return equals(
                new Ladder(other.kind, other.scope, effectiveFrom, other.clock, other.longestSnooze, other.rungs));
    }

    /** Whether there is such a rung, counted from 0. */
    public boolean hasRung(int index) {
        return index < rungs.size();
    }
}
