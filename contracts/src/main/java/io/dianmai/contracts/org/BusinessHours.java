package io.dianmai.contracts.org;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 营业日历 of a store, in its own time zone.
 *
 * @param week windows per weekday; a day without windows is closed
 * @param holidays closed days
 * @param makeUpDays 调休: days that are worked although their weekday is closed, with the windows of that day
 */
public record BusinessHours(
        Map<DayOfWeek, List<Window>> week, Set<LocalDate> holidays, Map<LocalDate, List<Window>> makeUpDays) {
    public BusinessHours {
        week = inOrder(week);
        holidays = Collections.unmodifiableSet(new TreeSet<>(holidays));
        makeUpDays = inOrder(makeUpDays);
    }

    /** A copy in order of days, so that the same hours are always written as the same bytes. */
    private static <D extends Comparable<? super D>> Map<D, List<Window>> inOrder(Map<D, List<Window>> windows) {
        var copy = new TreeMap<D, List<Window>>();
        windows.forEach((day, open) -> copy.put(day, List.copyOf(open)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * One span of open time in a day.
     *
     * @param opens first open minute
     * @param closes first closed minute; midnight means the end of the day
     */
    public record Window(LocalTime opens, LocalTime closes) {}
}
