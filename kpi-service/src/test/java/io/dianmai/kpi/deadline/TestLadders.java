package io.dianmai.kpi.deadline;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.ladder.ClockTerms;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderScope;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Ladders of which nobody has thought. */
final class TestLadders {
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private TestLadders() {}

    /** One ladder for each kind. */
    static Ladders random(Random random, long version) {
        return Ladders.of(
                version,
                Arrays.stream(DeadlineKind.values())
                        .map(kind -> ladder(kind, LadderScope.group(), terms(kind, random), rungs(random)))
                        .toList());
    }

    static Ladder ladder(DeadlineKind kind, LadderScope scope, ClockTerms terms, List<Rung> rungs) {
        return new Ladder(kind, scope, EVER, terms, Duration.ofDays(3), rungs);
    }

    static Rung rung(Duration offset, RungAction action) {
        return new Rung(offset, true, List.of(Role.SALES_MANAGER), List.of(), action);
    }

    private static ClockTerms terms(DeadlineKind kind, Random random) {
        return switch (kind) {
            case STAGE_15_30_60 -> new ClockTerms(after(1 + random.nextInt(4), random), null);
            case DEPOSIT_CONTACT -> new ClockTerms(after(1, random), Duration.ofHours(5 + random.nextInt(200)));
            case LEAD_IDLE -> new ClockTerms(after(1, random), null);
            default -> ClockTerms.OF_THE_EVENT;
        };
    }

    private static List<Duration> after(int count, Random random) {
        List<Duration> after = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            after.add(Duration.ofHours(1 + random.nextInt(200)));
        }
        return after;
    }

    private static List<Rung> rungs(Random random) {
        var offsets = new TreeSet<Integer>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            offsets.add(random.nextInt(4_000) - 1_000);
        }
        return offsets.stream()
                .map(minutes -> rung(
                        Duration.ofMinutes(minutes),
                        random.nextInt(3) == 0 ? RungAction.MARK_OVERDUE : RungAction.NOTIFY))
                .toList();
    }
}
