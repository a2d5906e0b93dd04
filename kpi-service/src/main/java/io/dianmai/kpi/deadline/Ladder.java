package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Instant;
import java.util.List;

/**
 * 提醒阶梯: who hears of a lapsing deadline, step by step.
 *
 * @param effectiveFrom holds for deadlines that are due from then on, until the next ladder of this kind
 * @param rungs in order of time
 */
record Ladder(DeadlineKind kind, Instant effectiveFrom, List<Rung> rungs) {
    Ladder {
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

    boolean hasRung(int index) {
        return index < rungs.size();
    }
}
