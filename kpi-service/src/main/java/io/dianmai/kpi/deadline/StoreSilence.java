package io.dianmai.kpi.deadline;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.state.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a clock for each store that runs out when the store is silent for longer than is usual for it.
 *
 * <p>Being heard costs next to nothing: a minute is noted once, and the running clock is left as it is, because it can
 * only have to run on. When it runs out, {@link #silentAt} says until when it really has to. Only what may bring the
 * instant forward sets it anew, before anything fires: a new day, which drops an old one from the rhythm, a fact that was told late, or
 * other business hours.
 */
final class StoreSilence {
    private static final String SUBJECT = ":silent";
    private static final char SEPARATOR = '|';
    private static final String HOURS = SEPARATOR + "hours";
    /** Clocks of two machines differ; what is farther ahead is no moment at which anybody was heard. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final ObjectStore<SilenceEntry> stored;
    private final DeadlineBook book;
    private final SilencePolicy policy;
    private final ZoneId defaultZone;
    /** Only what {@link #stored} has as well: the task owns its stores. */
    private final Map<String, Watch> watches = new HashMap<>();
    /** Stores whose clock may have to be set: all of them when the task begins. */
    private final Set<String> unsettled = new HashSet<>();

    private static final class Watch {
        private final HeardMinutes heard = new HeardMinutes();
        private Rhythm rhythm;
        /** The last clock has run out, and the store has not been heard since. */
        private boolean reported;
        /** The business day of a minute that was looked at last: from its first minute to behind its last. */
        private long dayFrom;

        private long dayEnd;

        Watch(Rhythm rhythm) {
            this.rhythm = rhythm;
        }

        void keep(Rhythm changed) {
            rhythm = changed;
            dayEnd = dayFrom;
        }

        /** Whether two minutes lie on one business day. */
        boolean onOneDay(long minute, long other) {
            if (minute < dayFrom || minute >= dayEnd) {
                dayFrom = rhythm.beginOfDay(minute);
                dayEnd = rhythm.endOfDay(minute);
            }
            return other >= dayFrom && other < dayEnd;
        }
    }

    StoreSilence(ObjectStore<SilenceEntry> stored, DeadlineBook book, SilencePolicy policy, ZoneId defaultZone) {
        this.stored = stored;
        this.book = book;
        this.policy = policy;
        this.defaultZone = defaultZone;
        stored.keys().forEach(key -> unsettled.add(key.substring(0, key.lastIndexOf(SEPARATOR))));
    }

    /** The store said something. */
    void hear(String storeId, Instant recordedAt, Instant now) {
        if (recordedAt.isAfter(now.plus(AHEAD))) {
            return;
        }
        Watch watch = watch(storeId);
        long minute = HeardMinutes.minuteOf(recordedAt);
        OptionalLong last = watch.heard.last();
        if (!watch.heard.add(minute)) {
            return;
        }
        long day = HeardMinutes.dayOf(minute);
        stored.put(key(storeId, day), watch.heard.day(day));
        boolean isNewest = last.isEmpty() || minute > last.getAsLong();
        boolean isOnlyLater = isNewest && last.isPresent() && watch.onOneDay(last.getAsLong(), minute);
        if (watch.reported) {
            // What was told late about the time before a reported silence does not end it.
            if (isNewest) {
                setClock(storeId, watch);
            }
        } else if (!isOnlyLater) {
            unsettled.add(storeId);
        }
    }

    /** Sets the clocks that may have to run out earlier than they do: before anything fires, and not for each fact. */
    void settle() {
        for (String storeId : unsettled) {
            Watch watch = watch(storeId);
            if (!watch.reported) {
                setClock(storeId, watch);
            }
        }
        unsettled.clear();
    }

    /** The registry tells when the store is open. */
    void on(String storeId, StorePublished store) {
        StoreHours hours = StoreHours.of(store);
        Watch watch = watch(storeId);
        watch.keep(new Rhythm(policy, hours));
        stored.put(storeId + HOURS, new SilenceEntry.Hours(hours));
        unsettled.add(storeId);
    }

    /** The reminder of this silence is out: there is none to come until the store is heard again. */
    void reported(String storeId) {
        watch(storeId).reported = true;
    }

    /** When the store is silent, by all that is known now; null if nothing can be said. */
    @Nullable
    Instant silentAt(String storeId) {
        Watch watch = watch(storeId);
        return watch.rhythm.silentAt(watch.heard);
    }

    private void setClock(String storeId, Watch watch) {
        Instant silentAt = watch.rhythm.silentAt(watch.heard);
        OptionalLong last = watch.heard.last();
        if (silentAt != null && last.isPresent()) {
            var clock = new DeadlineChange.Arm(storeId + SUBJECT, DeadlineKind.STORE_SILENT, storeId, null, silentAt);
            book.apply(clock, storeId, HeardMinutes.startOf(last.getAsLong()));
            watch.reported = false;
        }
    }

    private Watch watch(String storeId) {
        Watch known = watches.get(storeId);
        if (known == null) {
            known = load(storeId);
            watches.put(storeId, known);
        }
        return known;
    }

    private Watch load(String storeId) {
        Watch watch = new Watch(new Rhythm(
                policy,
                stored.get(storeId + HOURS) instanceof SilenceEntry.Hours(StoreHours hours)
                        ? hours
                        : StoreHours.aroundTheClock(defaultZone)));
        for (int slot = 0; slot < HeardMinutes.DAYS; slot++) {
            if (stored.get(key(storeId, slot)) instanceof SilenceEntry.Day day) {
                watch.heard.take(day);
            }
        }
        watch.reported = book.isSpent(storeId + SUBJECT);
        return watch;
    }

    /** Days take turns at the same keys: what is old is overwritten, and nothing has to be deleted. */
    private static String key(String storeId, long day) {
        return storeId + SEPARATOR + Math.floorMod(day, HeardMinutes.DAYS);
    }
}
