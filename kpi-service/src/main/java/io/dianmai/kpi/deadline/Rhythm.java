package io.dianmai.kpi.deadline;

import io.dianmai.kit.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a store's minutes come to under its calendar: how long it usually says nothing, and when that was too long. */
record Rhythm(SilencePolicy policy, ZoneId zone, BusinessCalendar calendar) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    Rhythm(SilencePolicy policy, StoreHours hours) {
        this(policy, hours.zone(), hours.calendar());
    }

    /**
     * When the store is silent unless it is heard before. Counted from the end of the minute in which it was last heard:
     * never early, and less than a minute late.
     *
     * @return null without a rhythm
     */
    @Nullable
    Instant silentAt(HeardMinutes heard) {
        OptionalLong last = heard.last();
        OptionalLong usual = usualGap(heard);
        return last.isEmpty() || usual.isEmpty()
                ? null
                : calendar.plusBusinessMinutes(
                        HeardMinutes.startOf(last.getAsLong()).plus(MINUTE), policy.silentAfter(usual.getAsLong()));
    }

    /**
     * The longest gap, in open minutes, among those that ended on one of the last days on which the store was heard. A
     * gap reaches back over the night and over closed days; their closed time does not count.
     *
     * @return empty as long as the store was heard on too few days
     */
    OptionalLong usualGap(HeardMinutes heard) {
        long longest = 0;
        int days = 0;
        long dayBegan = Long.MAX_VALUE;
        for (OptionalLong at = heard.last(); at.isPresent(); ) {
            long minute = at.getAsLong();
            if (minute < dayBegan) {
                if (days == policy.days()) {
                    break;
                }
                days++;
                dayBegan = beginOfDay(minute);
            }
            at = heard.before(minute);
            // Open time is never longer than time: most gaps need not be looked up in the calendar.
            if (at.isPresent() && minute - at.getAsLong() > longest) {
                longest = Math.max(longest, openMinutes(at.getAsLong(), minute));
            }
        }
        return days < policy.learnedAfter() ? OptionalLong.empty() : OptionalLong.of(longest);
    }

    private long openMinutes(long from, long to) {
        return calendar.businessMinutesBetween(HeardMinutes.startOf(from), HeardMinutes.startOf(to));
    }

    /** The first minute of the business day of this one. */
    long beginOfDay(long minute) {
        return begin(dateOf(minute));
    }

    /** The first minute after the business day of this one. */
    long endOfDay(long minute) {
        return begin(dateOf(minute).plusDays(1));
    }

    private LocalDate dateOf(long minute) {
        return LocalDate.ofInstant(HeardMinutes.startOf(minute), zone);
    }

    private long begin(LocalDate date) {
        return HeardMinutes.minuteOf(date.atStartOfDay(zone).toInstant());
    }
}
