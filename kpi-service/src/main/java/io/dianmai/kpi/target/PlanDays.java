package io.dianmai.kpi.target;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days of a period, the last one included. */
public record PlanDays(LocalDate from, LocalDate to) {
    public static final int FIRST_YEAR = 2000;
    public static final int LAST_YEAR = 2100;

    private static final Pattern FORM = Pattern.compile(
            "(?<year>\\d{4})(-W(?<week>\\d{2})|-Q(?<quarter>[1-4])|-(?<month>\\d{2})(-T(?<part>[1-3])|-(?<day>\\d{2}))?)?");
    private static final int DAYS_OF_PART = 10;
    private static final int LAST_PART = 3;
    private static final int MONTHS_OF_QUARTER = 3;

    /**
     * Reads a day {@code 2026-11-21}, ten days (旬) {@code 2026-11-T1}, an ISO week {@code 2026-W47}, a month
     * {@code 2026-11}, a quarter {@code 2026-Q4} or a year {@code 2026}, from 2000 to 2100; empty for anything else.
     */
    public static Optional<PlanDays> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group("year"));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(days(form, year));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static PlanDays days(Matcher form, int year) {
        if (form.group("week") != null) {
            return week(year, Integer.parseInt(form.group("week")));
        }
        if (form.group("quarter") != null) {
            int last = Integer.parseInt(form.group("quarter")) * MONTHS_OF_QUARTER;
            return months(YearMonth.of(year, last - MONTHS_OF_QUARTER + 1), YearMonth.of(year, last));
        }
        if (form.group("month") == null) {
            return months(YearMonth.of(year, 1), YearMonth.of(year, 12));
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(form.group("month")));
        if (form.group("part") != null) {
            return tenDays(month, Integer.parseInt(form.group("part")));
        }
        if (form.group("day") != null) {
            LocalDate day = month.atDay(1).withDayOfMonth(Integer.parseInt(form.group("day")));
            return new PlanDays(day, day);
        }
        return months(month, month);
    }

    private static PlanDays months(YearMonth first, YearMonth last) {
        return new PlanDays(first.atDay(1), last.atEndOfMonth());
    }

    private static PlanDays tenDays(YearMonth month, int part) {
        LocalDate first = month.atDay((part - 1) * DAYS_OF_PART + 1);
        return new PlanDays(first, part == LAST_PART ? month.atEndOfMonth() : first.plusDays(DAYS_OF_PART - 1));
    }

    private static PlanDays week(int year, int week) {
        // The fourth of January always lies in the first week.
        LocalDate monday = LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
        if (week < 1 || monday.get(IsoFields.WEEK_BASED_YEAR) != year) {
            throw new DateTimeException("no such week");
        }
        return new PlanDays(monday, monday.plusDays(6));
    }
}
