package io.dianmai.lead.intake.sheet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Days and times in the cells of one row. */
abstract sealed class RowTimes extends RowTexts permits RowCells {
    /** As at the door for store systems: for clocks that run ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final Duration FARTHEST = Duration.ofDays(3_653);

    private final ZoneId zone;
    private final Instant now;

    RowTimes(Headers headers, ImportRow row, ZoneId zone, Instant now) {
        super(headers, row);
        this.zone = zone;
        this.now = now;
    }

    /** When something happened: since 2000 and not in the future. */
    public @Nullable Instant past(Column column) {
        return raw(column)
                .flatMap(text -> noted(column, Moments.parse(text, zone), Reason.NO_DATE))
                .filter(time -> holds(column, !time.isBefore(EARLIEST), Reason.TOO_EARLY))
                .filter(time -> holds(column, !time.isAfter(now.plus(AHEAD)), Reason.FUTURE))
                .orElse(null);
    }

    /** A time that was told as a day only is not before another one of that day: then the other one, else itself. */
    public Instant onThatDay(Instant time, Instant other) {
        boolean sameDay =
                time.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
        return sameDay && time.isBefore(other) ? other : time;
    }

    /** When something is expected: since 2000 and within ten years. */
    public @Nullable Instant expected(Column column) {
        return raw(column)
                .flatMap(text -> noted(column, Moments.parse(text, zone), Reason.NO_DATE))
                .filter(time -> holds(column, !time.isBefore(EARLIEST), Reason.TOO_EARLY))
                .filter(time -> holds(column, !time.isAfter(now.plus(FARTHEST)), Reason.TOO_FAR))
                .orElse(null);
    }

    /** Only looks whether somebody can have been born then. */
    public void birthday(Column column) {
        raw(column)
                .flatMap(text -> noted(column, Moments.parse(text, zone), Reason.NO_DATE))
                .map(time -> time.atZone(zone).toLocalDate())
                .filter(day -> holds(column, !day.isBefore(EARLIEST_BIRTH), Reason.BORN_TOO_EARLY))
                .ifPresent(day -> holds(column, !day.isAfter(now.atZone(zone).toLocalDate()), Reason.FUTURE));
    }
}
