package io.dianmai.kpi.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * In which minutes of the last days a store was heard. A set of minutes and nothing derived from it: neither the order
 * in which facts arrive nor a change of calendar or zone makes it wrong. Minutes are counted from 1970 on, in UTC.
 */
final class HeardMinutes {
    /** Days of UTC that are kept, ending with the newest one. */
    static final int DAYS = 16;

    private static final long MINUTES_PER_DAY = Duration.ofDays(1).toMinutes();

    private static final long NONE = Long.MIN_VALUE;

    private final NavigableMap<Long, BitSet> days = new TreeMap<>();
    private long last = NONE;

    static long minuteOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60);
    }

    static Instant startOf(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }

    static long dayOf(long minute) {
        return Math.floorDiv(minute, MINUTES_PER_DAY);
    }

    /** Adds a minute; false when it was known, or lies too far back. */
    boolean add(long minute) {
        if (minute == last) {
            return false;
        }
        long day = dayOf(minute);
        if (!days.isEmpty() && day <= days.lastKey() - DAYS) {
            return false;
        }
        BitSet minutes = days.computeIfAbsent(day, _ -> new BitSet());
        int bit = bitOf(minute);
        if (minutes.get(bit)) {
            return false;
        }
        minutes.set(bit);
        last = Math.max(last, minute);
        forgetOld();
        return true;
    }

    /** The last minute of all. */
    OptionalLong last() {
        return last == NONE ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /** The last minute before that one. */
    OptionalLong before(long minute) {
        Map.Entry<Long, BitSet> day = days.floorEntry(dayOf(minute));
        if (day != null && day.getKey() == dayOf(minute)) {
            int bit = bitOf(minute) == 0 ? -1 : day.getValue().previousSetBit(bitOf(minute) - 1);
            if (bit >= 0) {
                return OptionalLong.of(day.getKey() * MINUTES_PER_DAY + bit);
            }
            day = days.lowerEntry(day.getKey());
        }
        return day == null ? OptionalLong.empty() : OptionalLong.of(lastOf(day));
    }

    /** A day is only there when it has minutes. */
    private static long lastOf(Map.Entry<Long, BitSet> day) {
        return day.getKey() * MINUTES_PER_DAY + day.getValue().length() - 1;
    }

    /** The minutes of a day on which there are some, to be stored. */
    SilenceEntry.Day day(long day) {
        return new SilenceEntry.Day(day, Objects.requireNonNull(days.get(day)));
    }

    /** Takes up what was stored of a day. */
    void take(SilenceEntry.Day stored) {
        days.put(stored.day(), stored.minutes());
        last = lastOf(days.lastEntry());
        forgetOld();
    }

    private void forgetOld() {
        days.headMap(days.lastKey() - DAYS, true).clear();
    }

    private static int bitOf(long minute) {
        return Math.toIntExact(Math.floorMod(minute, MINUTES_PER_DAY));
    }
}
