package io.dianmai.kpi.deadline;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.reminder.DeadlineKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a clock for each store that runs out when the store is silent for longer than is usual for it.
 *
 * <p>Being heard costs next to nothing: a minute is noted once, and the running clock is left as it is, because it can
 * only have to run on. When it runs out, {@link #silentAt} says until when it really has to. Only what may bring the
 * instant forward sets it anew at once: a new day, which drops an old one from the rhythm, a fact that was told late, or
 * other business hours.
 */
final class StoreSilence {
    private static final String SUBJECT = ":silent";
    private static final String HOURS = "|hours";
    /** Clocks of two machines differ; what is farther ahead is no moment at which anybody was heard. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final KeyValueStore<String, byte[]> stored;
    private final DeadlineBook book;
    private final SilencePolicy policy;
    private final ZoneId defaultZone;
    /** Only what {@link #stored} has as well: the task owns its stores. */
    private final Map<String, Watch> watches = new HashMap<>();

    private static final class Watch {
        private final HeardMinutes heard = new HeardMinutes();
        private Rhythm rhythm;
        /** The last clock has run out, and the store has not been heard since. */
        private boolean reported;

        Watch(Rhythm rhythm) {
            this.rhythm = rhythm;
        }
    }

    StoreSilence(KeyValueStore<String, byte[]> stored, DeadlineBook book, SilencePolicy policy, ZoneId defaultZone) {
        this.stored = stored;
        this.book = book;
        this.policy = policy;
        this.defaultZone = defaultZone;
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
        stored.put(key(storeId, day), watch.heard.encode(day));
        boolean isNewest = last.isEmpty() || minute > last.getAsLong();
        boolean isOnlyLater = isNewest && last.isPresent() && watch.rhythm.onOneDay(last.getAsLong(), minute);
        // What was told late about the time before a reported silence does not end it.
        if (watch.reported ? isNewest : !isOnlyLater) {
            setClock(storeId, watch);
        }
    }

    /** The registry tells when the store is open. */
    void on(String storeId, StorePublished store) {
        StoreHours hours = StoreHours.of(store);
        Watch watch = watch(storeId);
        watch.rhythm = new Rhythm(policy, hours);
        stored.put(storeId + HOURS, EventJson.MAPPER.writeValueAsBytes(hours));
        if (!watch.reported) {
            setClock(storeId, watch);
        }
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
        byte[] hours = stored.get(storeId + HOURS);
        Watch watch = new Watch(new Rhythm(
                policy,
                hours == null
                        ? StoreHours.aroundTheClock(defaultZone)
                        : EventJson.MAPPER.readValue(hours, StoreHours.class)));
        for (int slot = 0; slot < HeardMinutes.DAYS; slot++) {
            byte[] day = stored.get(key(storeId, slot));
            if (day != null) {
                watch.heard.decode(day);
            }
        }
        watch.reported = book.isSpent(storeId + SUBJECT);
        return watch;
    }

    /** Days take turns at the same keys: what is old is overwritten, and nothing has to be deleted. */
    private static String key(String storeId, long day) {
        return storeId + '|' + Math.floorMod(day, HeardMinutes.DAYS);
    }
}
