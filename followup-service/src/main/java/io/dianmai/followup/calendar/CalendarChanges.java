package io.dianmai.followup.calendar;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.followup.calendar.HeardCalendar.Hours;
import io.dianmai.followup.plan.Recounts;
import io.dianmai.kit.org.StoreListener;
import io.dianmai.kit.org.StoreReplica;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * 营业日历变更: tasks that wait so many open minutes follow the business hours of their store. They are counted when other
 * hours are heard, and once more when every instance must know of them: until then a new task may be counted by the old.
 */
@Component
class CalendarChanges implements StoreListener {
    /** Longer than any instance may go by what it read before. */
    static final Duration KNOWN_EVERYWHERE = StoreReplica.FRESH_FOR.plusSeconds(5);

    private final Recounts recounts;
    private final HeardCalendars calendars;
    private final Clock clock;

    CalendarChanges(Recounts recounts, HeardCalendars calendars, Clock clock) {
        this.recounts = recounts;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The registry tells of a store for many reasons; mostly its hours are what they were. */
    @Override
    public void on(Envelope<?> event, StorePublished store) {
        var heard = new HeardCalendar(store.storeId(), event.sequence(), Hours.of(store));
        HeardCalendar before = calendars.find(store.storeId()).orElse(null);
        if (before != null && before.sequence() >= heard.sequence()) {
            return;
        }
        if (before != null && before.hours().equals(heard.hours())) {
            calendars.keep(heard, null);
            return;
        }
        Instant now = clock.instant();
        recounts.byOtherHours(heard.storeId(), heard.calendar(), now);
        calendars.keep(heard, now.plus(KNOWN_EVERYWHERE));
    }

    @Scheduled(fixedDelay = 10_000)
    void countAgain() {
        Instant now = clock.instant();
        for (HeardCalendar heard : calendars.dueAgain(now)) {
            recounts.byOtherHours(heard.storeId(), heard.calendar(), now);
            calendars.settled(heard);
        }
    }
}
