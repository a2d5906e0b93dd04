package io.dianmai.lead.assignment;

import io.dianmai.contracts.lead.Level;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one advisor has in hand.
 *
 * @param byLevel open leads by level; those not yet graded are in none
 * @param lastTurn when the rule last chose him, counted in choices of the store; 0 for never
 * @param dealtOn the last day on which he was given leads, in the store's zone
 * @param dealt how many that day, by whomever
 */
record AdvisorLoad(
        String advisorId,
        int open,
        Map<Level, Integer> byLevel,
        long lastTurn,
        @Nullable LocalDate dealtOn,
        int dealt) {
    AdvisorLoad {
        byLevel = Map.copyOf(byLevel);
    }

    static AdvisorLoad none(String advisorId) {
        return new AdvisorLoad(advisorId, 0, Map.of(), 0, null, 0);
    }

    AdvisorLoad plus(@Nullable Level level) {
        return with(open + 1, level, 1);
    }

    AdvisorLoad minus(@Nullable Level level) {
        return with(open - 1, level, -1);
    }

    private AdvisorLoad with(int nowOpen, @Nullable Level level, int change) {
        var levels = new EnumMap<Level, Integer>(Level.class);
        levels.putAll(byLevel);
        if (level != null) {
            levels.merge(level, change, Integer::sum);
            levels.remove(level, 0);
        }
        return new AdvisorLoad(advisorId, nowOpen, levels, lastTurn, dealtOn, dealt);
    }

    AdvisorLoad atTurn(long turn) {
        return new AdvisorLoad(advisorId, open, byLevel, turn, dealtOn, dealt);
    }

    /** What is told late of a day before does not count: only the last day is of interest. */
    AdvisorLoad givenOn(LocalDate day) {
        if (dealtOn == null || day.isAfter(dealtOn)) {
            return new AdvisorLoad(advisorId, open, byLevel, lastTurn, day, 1);
        }
        return day.equals(dealtOn) ? new AdvisorLoad(advisorId, open, byLevel, lastTurn, dealtOn, dealt + 1) : this;
    }

    int dealtOn(LocalDate day) {
        return day.equals(dealtOn) ? dealt : 0;
    }
}
