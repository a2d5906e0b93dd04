package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kpi.deadline.DeadlineChange.Arm;
import io.dianmai.kpi.deadline.DeadlineChange.Clear;
import io.dianmai.kpi.deadline.DeadlineChange.HandOver;
import io.dianmai.kpi.deadline.DeadlineChange.Restart;
import io.dianmai.kpi.deadline.DeadlineChange.Snooze;
import io.dianmai.kpi.deadline.DeadlineChange.Start;
import io.dianmai.kpi.deadline.NaiveClocks.Expected;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law: whatever is set, set anew, stopped, handed over, put off, however ladders change, and whenever the process
 * pauses, restarts or dies, each rung fires once, in order, not before its time, and at the first tick at or after it.
 */
@Timeout(120)
class DeadlineLawTests {
    private static final Instant START = Instant.parse("2026-11-21T04:00:00Z");
    private static final Place PLACE = Place.unknown("S0");
    private static final int STEPS = 700;
    /** So few that what is due has to be looked for again and again. */
    private static final int NEAR = 7;

    private TestClocks clocks = new TestClocks(5, NEAR);
    private final NaiveClocks naive = new NaiveClocks();
    private final Map<String, Instant> dueTimes = new HashMap<>();
    /** What was told since the transaction began: it is told again when the process dies. */
    private final List<Told> uncommitted = new ArrayList<>();

    private Instant now = START;
    private Ladders ladders = clocks.ladders;
    private int seen;
    private Random random = new Random();

    private record Told(DeadlineChange change, String store, Instant recordedAt) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void everyRungOnceInOrderAndNeverEarly(long seed) {
        random = new Random(seed);
        tick();
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> tell(change());
                case 4 -> deaths();
                case 5 -> changeLadders();
                case 6 -> clocks.restart();
                default -> {
                    now = now.plus(pause());
                    tick();
                }
            }
        }
        now = now.plus(Duration.ofDays(400));
        tick();
        assertThat(seen).isGreaterThan(100);
    }

    private void tell(DeadlineChange change) {
        String store = "S" + Math.floorMod(change.id().hashCode(), 3);
        Instant recordedAt = now.minus(random.nextBoolean() ? Duration.ZERO : Duration.ofMinutes(random.nextInt(600)));
        if (change instanceof Arm arm) {
            dueTimes.put(arm.id(), arm.dueAt());
        }
        uncommitted.add(new Told(change, store, recordedAt));
        clocks.apply(change, store, recordedAt);
        naive.apply(change, ladders, PLACE, recordedAt);
    }

    private DeadlineChange change() {
        String task = "T" + random.nextInt(12);
        String lead = "L" + random.nextInt(4) + (random.nextBoolean() ? ":stage" : ":deposit");
        DeadlineKind kind = lead.endsWith("stage") ? DeadlineKind.STAGE_15_30_60 : DeadlineKind.DEPOSIT_CONTACT;
        return switch (random.nextInt(11)) {
            case 0, 1, 2 -> new Arm(task, kindOf(task), "plan", owner(), near());
            case 3 -> new Start(lead, kind, "lead", owner(), now.minus(pause()), null);
            case 4 -> new Start("L9:idle", DeadlineKind.LEAD_IDLE, "lead", "A1", now, "L1:deposit");
            case 5 -> new Restart(lead, now);
            case 6 -> new Clear(random.nextBoolean() ? task : lead);
            case 7 -> new HandOver(random.nextBoolean() ? task : lead, owner());
            default -> new Snooze(task, dueTimes.getOrDefault(task, now), near());
        };
    }

    private static DeadlineKind kindOf(String task) {
        return task.hashCode() % 2 == 0 ? DeadlineKind.FOLLOW_UP : DeadlineKind.FIRST_RESPONSE;
    }

    private String owner() {
        return "A" + random.nextInt(3);
    }

    private Instant near() {
        return now.plus(Duration.ofMinutes(random.nextInt(8_000) - 1_500)).plusMillis(random.nextInt(3));
    }

    private Duration pause() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofMillis(random.nextInt(3));
            case 1 -> Duration.ofMinutes(random.nextInt(40));
            case 2 -> Duration.ofHours(random.nextInt(30));
            default -> Duration.ofMinutes(5);
        };
    }

    private void changeLadders() {
        ladders = TestLadders.random(random, ladders.version() + 1);
        clocks.ladders = ladders;
        // What fires earlier now has moved forward after the tick that hears of it: it fires with the next one.
        clocks.tick(now);
        clocks.tick(now);
        compare();
    }

    /** It dies somewhere in the middle of firing, some time passes, and all that was told is told again. */
    private void deaths() {
        now = now.plus(pause());
        AtomicInteger left = new AtomicInteger(random.nextInt(20));
        clocks.tick(now, () -> left.getAndDecrement() > 0);
        clocks.crash();
        now = now.plus(pause());
        uncommitted.forEach(told -> clocks.apply(told.change(), told.store(), told.recordedAt()));
        tick();
    }

    private void tick() {
        AtomicInteger left = new AtomicInteger();
        boolean done = false;
        while (!done) {
            left.set(2 + random.nextInt(40));
            done = clocks.tick(now, () -> left.getAndDecrement() > 0);
        }
        compare();
    }

    private void compare() {
        List<Envelope<ReminderFired>> fired = clocks.fired.subList(seen, clocks.fired.size());
        List<Expected> expected = naive.tick(now, ladders, PLACE);
        assertThat(byClock(fired.stream().map(DeadlineLawTests::seen).toList())).isEqualTo(byClock(expected));
        assertThat(fired).allMatch(reminder -> reminder.data().firedAt().equals(now));
        seen = clocks.fired.size();
        clocks.commit();
        uncommitted.clear();
    }

    private static Expected seen(Envelope<ReminderFired> reminder) {
        ReminderFired rung = reminder.data();
        return new Expected(
                reminder.aggregateId(),
                Math.toIntExact(reminder.sequence()),
                rung.rung(),
                rung.offsetMinutes(),
                rung.dueAt().toEpochMilli(),
                rung.late(),
                rung.action(),
                rung.ownerId());
    }

    private static Map<String, List<Expected>> byClock(List<Expected> rungs) {
        Map<String, List<Expected>> byClock = new HashMap<>();
        rungs.forEach(rung ->
                byClock.computeIfAbsent(rung.id(), _ -> new ArrayList<>()).add(rung));
        return byClock;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aFloodIsToldOnceAndNothingOfItIsLost(long seed) {
        random = new Random(seed);
        clocks = new TestClocks(5, DueIndex.MOST);
        Instant due = START.plus(Duration.ofDays(1));
        IntStream.range(0, 400)
                .forEach(i -> clocks.apply(
                        new Arm("T" + i, DeadlineKind.FOLLOW_UP, "plan", "A" + i % 3, due.plusMillis(i % 7)),
                        "S" + (i % 2 == 0 ? 0 : i),
                        START));
        clocks.tick(START);
        clocks.commit();
        now = due.plus(Duration.ofHours(random.nextInt(100)));
        boolean done = false;
        while (!done) {
            // Counting begins anew with the process: there is always time for that, and for some of the firing.
            AtomicInteger left = new AtomicInteger(400 + random.nextInt(400));
            done = clocks.tick(now, () -> left.getAndDecrement() > 0);
            switch (random.nextInt(4)) {
                case 0 -> clocks.restart();
                case 1 -> {
                    clocks.crash();
                    done = false;
                }
                default -> clocks.commit();
            }
        }
        var digest = clocks.digests.getFirst();
        var inDigest = clocks.fired.stream()
                .filter(rung -> digest.aggregateId().equals(rung.data().digestId()))
                .toList();
        assertThat(clocks.digests).hasSize(1);
        assertThat(digest.storeId()).isEqualTo("S0");
        assertThat(inDigest).allMatch(rung -> rung.storeId().equals("S0"));
        assertThat(digest.data().rungs().getFirst().count()).isEqualTo(inDigest.size());
        assertThat(digest.data().late()).isEqualTo((int)
                inDigest.stream().filter(rung -> rung.data().late()).count());
        assertThat(clocks.fired.stream().filter(rung -> rung.storeId().equals("S0")))
                .hasSameSizeAs(inDigest);
    }
}
