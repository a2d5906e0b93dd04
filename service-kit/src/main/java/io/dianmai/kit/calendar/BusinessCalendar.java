package io.dianmai.kit.calendar;

import io.dianmai.contracts.org.BusinessHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 营业日历: when a store is open, and arithmetic in open time. A make-up day counts with its own windows, even on a
 * holiday; a holiday is closed; any other day has the windows of its weekday.
 */
public final class BusinessCalendar {
    /** No store is closed for longer than this on end; a calendar that says so is a mistake. */
    private static final int HORIZON_DAYS = 400;
    /** Ten years: far beyond any deadline, so that no number of minutes can keep a thread busy. */
    private static final long MAX_MINUTES = 10L * 366 * 24 * 60;

    /** Two hundred years: who is open for a minute a week is open for ten thousand of them by then. */
    private static final int FARTHEST_DAYS = 200 * 366;

    private static final OpenWindows CLOSED = new OpenWindows(List.of());

    private final ZoneId zone;
    private final Map<DayOfWeek, OpenWindows> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, OpenWindows> makeUpDays = new HashMap<>();
    private final Set<LocalDate> holidays;

    /**
     * Of the hours in the registry.
     *
     * @throws IllegalArgumentException when windows overlap or run backwards, or the store would be open for less than a
     *     minute a week or closed for more than 400 days on end
     */
    public BusinessCalendar(BusinessHours hours, ZoneId zone) {
        this.zone = zone;
        this.holidays = hours.holidays();
        hours.week().forEach((day, windows) -> week.put(day, new OpenWindows(windows)));
        hours.makeUpDays().forEach((date, windows) -> makeUpDays.put(date, new OpenWindows(windows)));
        requireOpenTime();
    }

    /** Whether the store is open; at the closing time it no longer is. */
    public boolean isOpen(Instant instant) {
        return spansOn(dateOf(instant)).stream().anyMatch(span -> span.contains(instant));
    }

    /** The first instant, from this one on, at which the store is open. */
    public Instant nextOpening(Instant instant) {
        for (LocalDate date = dateOf(instant); ; date = date.plusDays(1)) {
            for (OpenSpan span : spansOn(date)) {
                if (instant.isBefore(span.end()) && span.start().isBefore(span.end())) {
                    return instant.isAfter(span.start()) ? instant : span.start();
                }
            }
        }
    }

    /**
     * The earliest instant by which so many open minutes have passed: with 0 the instant itself, at the end of a
     * window its closing time. Negative minutes go back to the latest instant from which so many have passed.
     *
     * @param minutes at most ten years of them
     * @throws IllegalArgumentException when there are more, or not so many within two hundred years
     */
    public Instant plusBusinessMinutes(Instant instant, long minutes) {
        if (Math.abs(minutes) > MAX_MINUTES) {
            throw new IllegalArgumentException("more than ten years of minutes: " + minutes);
        }
        Duration span = Duration.ofMinutes(Math.abs(minutes));
        if (span.isZero()) {
            return instant;
        }
        return minutes > 0 ? forward(instant, span) : back(instant, span);
    }

    /** The last millisecond of the day of an instant, where the store is. */
    public Instant endOfDay(Instant instant) {
        return LocalDate.ofInstant(instant, zone)
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant()
                .minusMillis(1);
    }

    /** Whole open minutes from one instant to another; negative when the second is the earlier one. */
    public long businessMinutesBetween(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return -businessMinutesBetween(to, from);
        }
        Duration open = Duration.ZERO;
        for (LocalDate date = dateOf(from); !date.isAfter(dateOf(to)); date = date.plusDays(1)) {
            for (OpenSpan span : spansOn(date)) {
                open = open.plus(span.within(from, to));
            }
        }
        return open.toMinutes();
    }

    private Instant forward(Instant from, Duration wanted) {
        Duration left = wanted;
        LocalDate date = dateOf(from);
        for (int days = 0; days < FARTHEST_DAYS; days++, date = date.plusDays(1)) {
            for (OpenSpan span : spansOn(date)) {
                Duration open = span.within(from, Instant.MAX);
                if (open.compareTo(left) >= 0) {
                    return span.end().minus(open).plus(left);
                }
                left = left.minus(open);
            }
        }
        throw tooFar(wanted);
    }

    private Instant back(Instant from, Duration wanted) {
        Duration left = wanted;
        LocalDate date = dateOf(from);
        for (int days = 0; days < FARTHEST_DAYS; days++, date = date.minusDays(1)) {
            for (OpenSpan span : spansOn(date).reversed()) {
                Duration open = span.within(Instant.MIN, from);
                if (open.compareTo(left) >= 0) {
                    return span.start().plus(open).minus(left);
                }
                left = left.minus(open);
            }
        }
        throw tooFar(wanted);
    }

    private static IllegalArgumentException tooFar(Duration wanted) {
        return new IllegalArgumentException("the store is hardly ever open: not for " + wanted + " in 200 years");
    }

    private LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private List<OpenSpan> spansOn(LocalDate date) {
        return windowsOn(date).on(date, zone);
    }

    private OpenWindows windowsOn(LocalDate date) {
        OpenWindows makeUp = makeUpDays.get(date);
        if (makeUp != null) {
            return makeUp;
        }
        return holidays.contains(date) ? CLOSED : week.getOrDefault(date.getDayOfWeek(), CLOSED);
    }

    private void requireOpenTime() {
        Duration open = week.values().stream().map(OpenWindows::length).reduce(Duration.ZERO, Duration::plus);
        if (open.toMinutes() < 1) {
            throw new IllegalArgumentException("the store has no open minute in a week");
        }
        if (!holidays.stream().allMatch(this::opensSoonAfter)) {
            throw new IllegalArgumentException("the store is closed for more than " + HORIZON_DAYS + " days on end");
        }
    }

    private boolean opensSoonAfter(LocalDate holiday) {
        return holiday.datesUntil(holiday.plusDays(HORIZON_DAYS))
                .anyMatch(date -> !windowsOn(date).isEmpty());
    }
}
