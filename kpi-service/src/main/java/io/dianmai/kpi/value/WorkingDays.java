package io.dianmai.kpi.value;

import io.dianmai.contracts.org.BusinessHours;
import java.time.LocalDate;

/** 工作日: days on which a store opens at all. A store of which no hours are known works every day. */
final class WorkingDays {
    private WorkingDays() {}

    /** How many there are from the first to the last day, both included. */
    static int between(BusinessHours hours, LocalDate first, LocalDate last) {
        return first.isAfter(last)
                ? 0
                : (int) first.datesUntil(last.plusDays(1))
                        .filter(day -> isOne(hours, day))
                        .count();
    }

    private static boolean isOne(BusinessHours hours, LocalDate day) {
        var makeUp = hours.makeUpDays().get(day);
        if (makeUp != null) {
            return !makeUp.isEmpty();
        }
        if (hours.holidays().contains(day)) {
            return false;
        }
        var windows = hours.week().get(day.getDayOfWeek());
        return hours.week().isEmpty() || (windows != null && !windows.isEmpty());
    }
}
