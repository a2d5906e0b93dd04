package io.dianmai.kpi.target;

import io.dianmai.contracts.org.BusinessHours;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * 工作日 of a store: days with open time by its calendar, make-up days (调休) included and holidays not. A store whose
 * calendar says nothing works every day. Counting is by running totals of a year, made once.
 */
public final class WorkingDays {
    static final WorkingDays EVERY_DAY = new WorkingDays(_ -> true);

    private final Predicate<LocalDate> worked;
    /** Per year, at index d the working days among its first d days. */
    private final Map<Integer, int[]> runningTotals = new ConcurrentHashMap<>();

    private WorkingDays(Predicate<LocalDate> worked) {
        this.worked = worked;
    }

    /** Those of a store's calendar. */
    public static WorkingDays of(BusinessHours hours) {
        boolean silent = hours.week().values().stream().allMatch(List::isEmpty);
        return silent ? EVERY_DAY : new WorkingDays(day -> isWorked(hours, day));
    }

    private static boolean isWorked(BusinessHours hours, LocalDate day) {
        List<BusinessHours.Window> makeUp = hours.makeUpDays().get(day);
        if (makeUp != null) {
            return !makeUp.isEmpty();
        }
        return !hours.holidays().contains(day)
                && !hours.week().getOrDefault(day.getDayOfWeek(), List.of()).isEmpty();
    }

    /** How many there are from one day to another, the last one included; 0 when it lies before the first. */
    public int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            int[] running = running(year);
            int last = year == to.getYear() ? to.getDayOfYear() : running.length - 1;
            int before = year == from.getYear() ? from.getDayOfYear() - 1 : 0;
            days += Math.max(0, running[last] - running[before]);
        }
        return days;
    }

    /** Working days from one day to another as the weight of a spread over a year; all days if it has none. */
    int weight(LocalDate from, LocalDate to, int year) {
        return weight(from, to, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The same for a spread over a month. */
    int weight(LocalDate from, LocalDate to, YearMonth month) {
        return weight(from, to, month.atDay(1), month.atEndOfMonth());
    }

    private int weight(LocalDate from, LocalDate to, LocalDate first, LocalDate last) {
        return between(first, last) == 0 ? EVERY_DAY.between(from, to) : between(from, to);
    }

    private int[] running(int year) {
        return runningTotals.computeIfAbsent(year, this::count);
    }

    private int[] count(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        int[] running = new int[first.lengthOfYear() + 1];
        for (int day = 1; day < running.length; day++) {
            running[day] = running[day - 1] + (worked.test(first.withDayOfYear(day)) ? 1 : 0);
        }
        return running;
    }
}
