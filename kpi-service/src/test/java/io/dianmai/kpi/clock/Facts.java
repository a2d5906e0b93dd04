package io.dianmai.kpi.clock;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.clock.Told.Armed;
import io.dianmai.kpi.clock.Told.Fired;
import io.dianmai.kpi.clock.Told.Snoozed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is told of a clock, in a test: by minutes from a start. */
final class Facts {
    static final Instant START = Instant.parse("2026-03-10T04:00:00Z");
    static final String WORK = "followup-events";
    static final String DESK = "deadline-events";
    static final String RUNGS = "reminders";

    private final List<ClockFact> facts = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    static Armed armed(String owner, long recorded, long due) {
        return new Armed(DeadlineKind.FOLLOW_UP, "plan", owner, minute(due), minute(recorded));
    }

    static Fired fired(long due, long offset) {
        return new Fired(minute(due), Duration.ofMinutes(offset), minute(due + offset));
    }

    static Snoozed snoozed(long due, long until) {
        return new Snoozed(minute(due), minute(until), "later", "A1");
    }

    Facts then(String topic, long minute, Told told) {
        long sequence = sequences.merge(topic, 1L, Long::sum);
        facts.add(new ClockFact(topic, sequence, 0, minute(minute), told));
        return this;
    }

    List<ClockFact> all() {
        return List.copyOf(facts);
    }

    TrackedClock heard() {
        return heard(facts);
    }

    static TrackedClock heard(List<ClockFact> facts) {
        TrackedClock clock = TrackedClock.unheard("task", "S1");
        for (ClockFact fact : facts) {
            clock = clock.hear(fact);
        }
        return clock;
    }
}
