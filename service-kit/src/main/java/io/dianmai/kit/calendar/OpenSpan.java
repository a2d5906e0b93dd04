package io.dianmai.kit.calendar;

import java.time.Duration;
import java.time.Instant;

/** Open time without a break, from its first instant until just before its end. */
record OpenSpan(Instant start, Instant end) {
    boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** How much of it lies between two instants. */
    Duration within(Instant from, Instant to) {
        Instant first = from.isAfter(start) ? from : start;
        Instant last = to.isBefore(end) ? to : end;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }
}
