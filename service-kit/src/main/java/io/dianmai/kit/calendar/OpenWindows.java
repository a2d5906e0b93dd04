package io.dianmai.kit.calendar;

import io.dianmai.contracts.org.BusinessHours.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.List;

/** The windows of one day, in order and apart from each other. */
record OpenWindows(List<Window> windows) {
    OpenWindows {
        windows = windows.stream().sorted(Comparator.comparing(Window::opens)).toList();
        for (int i = 0; i < windows.size(); i++) {
            requireForward(windows.get(i));
            requireApart(windows, i);
        }
    }

    boolean isEmpty() {
        return windows.isEmpty();
    }

    /** How long the day is open by the clock on the wall. */
    Duration length() {
        return windows.stream().map(OpenWindows::length).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration length(Window window) {
        Duration open = Duration.between(window.opens(), window.closes());
        return closesAtMidnight(window) ? open.plusDays(1) : open;
    }

    /** As real time; what a switch to summer time skips is not there, what a switch back repeats is there once more. */
    List<OpenSpan> on(LocalDate date, ZoneId zone) {
        return windows.stream()
                .map(window -> new OpenSpan(instant(date.atTime(window.opens()), zone), endOf(window, date, zone)))
                .toList();
    }

    private static Instant endOf(Window window, LocalDate date, ZoneId zone) {
        return instant(closesAtMidnight(window) ? date.plusDays(1).atStartOfDay() : date.atTime(window.closes()), zone);
    }

    /** A local time that the zone skips stands for the instant of the switch, not for a time after it. */
    private static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition switchover = zone.getRules().getTransition(local);
        return switchover != null && switchover.isGap()
                ? switchover.getInstant()
                : local.atZone(zone).toInstant();
    }

    private static boolean closesAtMidnight(Window window) {
        return window.closes().equals(LocalTime.MIDNIGHT);
    }

    private static void requireForward(Window window) {
        if (!closesAtMidnight(window) && !window.opens().isBefore(window.closes())) {
            throw new IllegalArgumentException(
                    "a window must close after it opens: " + window.opens() + "-" + window.closes());
        }
    }

    private static void requireApart(List<Window> windows, int index) {
        if (index == 0) {
            return;
        }
        Window before = windows.get(index - 1);
        Window window = windows.get(index);
        if (closesAtMidnight(before) || before.closes().isAfter(window.opens())) {
            throw new IllegalArgumentException(
                    "windows of a day overlap: " + before.opens() + " and " + window.opens());
        }
    }
}
