package io.dianmai.local.sample.journey;

import io.dianmai.contracts.org.BusinessHours;
import io.dianmai.contracts.org.BusinessHours.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** When a store of the sample is open, in time. Its windows never reach midnight. */
record OpenHours(BusinessHours hours, ZoneId zone) {
    record Span(Instant opens, Instant closes) {
        Duration length() {
            return Duration.between(opens, closes);
        }
    }

    List<Span> on(LocalDate day) {
        return windows(day).stream()
                .map(window -> new Span(at(day, window.opens()), at(day, window.closes())))
                .toList();
    }

    /** The first instant, from this one on, at which the store is open. */
    Instant next(Instant from) {
        for (LocalDate day = LocalDate.ofInstant(from, zone); ; day = day.plusDays(1)) {
            for (Span span : on(day)) {
                if (from.isBefore(span.closes())) {
                    return from.isAfter(span.opens()) ? from : span.opens();
                }
            }
        }
    }

    /** When that much open time has passed. */
    Instant plus(Instant from, Duration open) {
        Instant now = next(from);
        Duration left = open;
        for (Span span = spanAt(now); ; span = spanAt(now)) {
            Duration rest = Duration.between(now, span.closes());
            if (left.compareTo(rest) < 0) {
                return now.plus(left);
            }
            left = left.minus(rest);
            now = next(span.closes());
        }
    }

    private Span spanAt(Instant open) {
        return on(LocalDate.ofInstant(open, zone)).stream()
                .filter(span -> !open.isBefore(span.opens()) && open.isBefore(span.closes()))
                .findFirst()
                .orElseThrow();
    }

    private List<Window> windows(LocalDate day) {
        List<Window> madeUp = hours.makeUpDays().get(day);
        if (madeUp != null) {
            return madeUp;
        }
        return hours.holidays().contains(day) ? List.of() : hours.week().getOrDefault(day.getDayOfWeek(), List.of());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
