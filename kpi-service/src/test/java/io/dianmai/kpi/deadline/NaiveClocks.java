package io.dianmai.kpi.deadline;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.deadline.DeadlineChange.Arm;
import io.dianmai.kpi.deadline.DeadlineChange.Clear;
import io.dianmai.kpi.deadline.DeadlineChange.HandOver;
import io.dianmai.kpi.deadline.DeadlineChange.Restart;
import io.dianmai.kpi.deadline.DeadlineChange.Snooze;
import io.dianmai.kpi.deadline.DeadlineChange.Start;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import io.dianmai.kpi.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must fire, found the slow way: no index, no state but what was told, and at each tick every rung of every clock is
 * looked at, in milliseconds. Written from the rules and not from the engine.
 */
final class NaiveClocks {
    private static final long NEVER = Long.MAX_VALUE;

    private final Map<String, Told> running = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** What was told of a clock, and which offsets have fired since. */
    private static final class Told {
        DeadlineKind kind = DeadlineKind.FOLLOW_UP;
        String aggregate = "";

        @Nullable
        String owner;

        long due;
        long recorded;
        long until = Long.MIN_VALUE;
        List<Long> offsets = new ArrayList<>();
    }

    /** A rung that must fire. */
    record Expected(
            String id,
            int number,
            int rung,
            long offset,
            long due,
            boolean late,
            RungAction action,
            @Nullable String owner) {}

    void apply(DeadlineChange change, Ladders ladders, Place place, Instant recordedAt) {
        switch (change) {
            case Arm arm -> told(arm.id(), arm.kind(), arm.aggregateId(), arm.ownerId(), arm.dueAt(), recordedAt);
            case Start start -> start(start, ladders, place, recordedAt);
            case Restart restart -> {
                Told known = running.get(restart.id());
                if (known != null) {
                    start(
                            new Start(restart.id(), known.kind, known.aggregate, known.owner, restart.from(), null),
                            ladders,
                            place,
                            recordedAt);
                }
            }
            case Clear clear -> {
                // The ids of tasks are not used again, so their numbers are forgotten.
                numbers.keySet().removeIf(id -> id.startsWith("T") && isOf(id, clear.id()));
                running.keySet().removeIf(id -> isOf(id, clear.id()));
            }
            case HandOver handOver ->
                running.forEach((id, told) -> told.owner = isOf(id, handOver.id()) ? handOver.ownerId() : told.owner);
            case Snooze snooze -> {
                Told known = running.get(snooze.id());
                if (known != null
                        && known.due == snooze.dueAt().toEpochMilli()
                        && next(known, ladder(known, ladders, place)) != null) {
                    known.until = snooze.until().toEpochMilli();
                }
            }
        }
    }

    private static boolean isOf(String id, String first) {
        return id.equals(first) || id.startsWith(first + "~");
    }

    private void start(Start start, Ladders ladders, Place place, Instant recordedAt) {
        if (start.unlessRuns() != null && running.containsKey(start.unlessRuns())) {
            return;
        }
        running.keySet().removeIf(id -> isOf(id, start.id()));
        Ladder ladder = ladders.of(start.kind(), place, start.from());
        for (int i = 0; i < ladder.clock().after().size(); i++) {
            Instant due = start.from().plus(ladder.clock().after().get(i));
            while (ladder.clock().every() != null && !due.isAfter(recordedAt)) {
                due = due.plus(ladder.clock().every());
            }
            String id = i == 0 ? start.id() : start.id() + "~" + i;
            told(id, start.kind(), start.aggregateId(), start.ownerId(), due, recordedAt);
        }
    }

    private void told(
            String id, DeadlineKind kind, String aggregate, @Nullable String owner, Instant due, Instant recordedAt) {
        Told told = new Told();
        told.kind = kind;
        told.aggregate = aggregate;
        told.owner = owner;
        told.due = due.toEpochMilli();
        told.recorded = recordedAt.toEpochMilli();
        running.put(id, told);
    }

    /** What fires now, each clock's rungs in their order. */
    List<Expected> tick(Instant now, Ladders ladders, Place place) {
        List<Expected> expected = new ArrayList<>();
        running.forEach((id, told) -> {
            for (Rung rung = due(told, now, ladders, place); rung != null; rung = due(told, now, ladders, place)) {
                Ladder ladder = ladder(told, ladders, place);
                int number = numbers.merge(id, 1, Integer::sum);
                long rungAt = told.due + rung.offset().toMillis();
                boolean late = rungAt <= told.recorded || now.toEpochMilli() > time(told, ladder, rung, 0) + 5_000;
                expected.add(new Expected(
                        id,
                        number,
                        ladder.rungs().indexOf(rung),
                        rung.offset().toMinutes(),
                        told.due,
                        late,
                        rung.action(),
                        rung.owner() ? told.owner : null));
                told.offsets.add(rung.offset().toMillis());
                turn(told, ladder);
            }
        });
        return expected;
    }

    private static @Nullable Rung due(Told told, Instant now, Ladders ladders, Place place) {
        Ladder ladder = ladder(told, ladders, place);
        turn(told, ladder);
        Rung next = next(told, ladder(told, ladders, place));
        return next == null
                        || time(told, ladder(told, ladders, place), next, TestClocks.GRACE.toMillis())
                                > now.toEpochMilli()
                ? null
                : next;
    }

    /** A clock that comes again begins its ladder again. */
    private static void turn(Told told, Ladder ladder) {
        Duration every = ladder.clock().every();
        if (every != null && next(told, ladder) == null) {
            told.due += every.toMillis();
            told.until = Long.MIN_VALUE;
            told.offsets.clear();
        }
    }

    private static Ladder ladder(Told told, Ladders ladders, Place place) {
        return ladders.of(told.kind, place, Instant.ofEpochMilli(told.due));
    }

    private static @Nullable Rung next(Told told, Ladder ladder) {
        long last = told.offsets.stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
        return ladder.rungs().stream()
                .filter(rung -> rung.offset().toMillis() > last)
                .min(Comparator.comparing(Rung::offset))
                .orElse(null);
    }

    /** From the end of the ladder down to the rung: each must not be later than what bounds it above. */
    private static long time(Told told, Ladder ladder, Rung wanted, long grace) {
        long ahead = NEVER;
        long acting = NEVER;
        for (Rung rung : ladder.rungs().reversed()) {
            long rungAt = told.due + rung.offset().toMillis();
            boolean toldLate = rungAt <= told.recorded;
            long time = toldLate ? Math.min(told.recorded + grace, ahead) : rungAt;
            if (!toldLate) {
                ahead = rungAt;
            }
            if (rung.action() != RungAction.NOTIFY) {
                acting = rungAt;
            } else {
                time = Math.max(time, Math.min(told.until, acting));
            }
            if (rung.equals(wanted)) {
                return time;
            }
        }
        throw new AssertionError("no such rung");
    }
}
