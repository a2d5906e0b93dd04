package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.TestStores;
import io.dianmai.kpi.deadline.DeadlineChange.Arm;
import io.dianmai.kpi.deadline.DeadlineChange.Clear;
import io.dianmai.kpi.deadline.DeadlineChange.HandOver;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import io.dianmai.kpi.state.ObjectStore;
import io.dianmai.kpi.state.Room;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineBookTests {
    private static final Instant TOLD = Instant.parse("2026-11-21T04:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Instant DUE = TOLD.plus(Duration.ofHours(2));

    private final KeyValueStore<String, AggregateClocks> stored =
            TestStores.of("deadlines", Serdes.String(), ClocksCodec.serde());
    private ObjectStore<AggregateClocks> deadlines = new ObjectStore<>(stored, new Room(100));
    private final List<Envelope<ReminderFired>> fired = new ArrayList<>();
    private final ReminderWriter writer = new ReminderWriter(
            new StoreRoster(TestStores.of("roster", Serdes.String(), Serdes.ByteArray()), ZoneId.of("Asia/Shanghai")));
    private DueIndex index = new DueIndex(new ClockStore(deadlines), DueIndex.MOST);
    private DeadlineBook book = open();

    @Test
    void firesARungAtItsTimeAndNotAMillisecondBefore() {
        arm("D1", DUE);
        Instant first = DUE.minus(Duration.ofMinutes(30));

        fireAt(first.minusMillis(1));
        assertThat(fired).isEmpty();

        fireAt(first);
        assertThat(fired).singleElement().satisfies(reminder -> {
            assertThat(reminder.aggregateId()).isEqualTo("D1");
            assertThat(reminder.sequence()).isEqualTo(1);
            assertThat(reminder.time()).isEqualTo(first);
            assertThat(reminder.storeId()).isEqualTo("S1");
            assertThat(reminder.data())
                    .isEqualTo(new ReminderFired(
                            DeadlineKind.FOLLOW_UP,
                            "plan",
                            0,
                            -30,
                            List.of(),
                            List.of("A1"),
                            "A1",
                            RungAction.NOTIFY,
                            DUE,
                            first,
                            first,
                            false,
                            null));
        });

        fireAt(first.plusMillis(1));
        assertThat(fired).hasSize(1);
    }

    @Test
    void withoutAnOwnerTheFallbackHearsOfIt() {
        arm("D1", DUE, null);

        fireAt(DUE.minus(Duration.ofMinutes(30)));

        assertThat(fired).singleElement().satisfies(reminder -> {
            assertThat(reminder.data().ownerId()).isNull();
            assertThat(reminder.data().audience()).containsExactly(Role.SALES_MANAGER);
        });
    }

    @Test
    void aClockThatRunsOnFiresWhenItHasRunOut() {
        arm("D1", DUE);
        Instant first = DUE.minus(Duration.ofMinutes(30));
        Instant later = first.plus(Duration.ofHours(1));

        fireAt(first, deadline -> deadline.dueAt().plus(Duration.ofHours(1)));
        fireAt(later.minusMillis(1));
        assertThat(fired).isEmpty();
        fireAt(later);

        assertThat(fired).singleElement().satisfies(reminder -> {
            assertThat(reminder.data().rungAt()).isEqualTo(later);
            assertThat(reminder.data().late()).isFalse();
        });
    }

    @Test
    void whatIsNotCertainIsTriedAgainAndKeepsItsTime() {
        arm("D1", DUE);
        Instant first = DUE.minus(Duration.ofMinutes(30));
        LiveDue uncertain = new LiveDue() {
            @Override
            public Instant of(Deadline deadline) {
                return deadline.dueAt();
            }

            @Override
            public boolean isCertain(Deadline deadline) {
                return false;
            }
        };

        fireAt(first, uncertain);
        fireAt(first.plusMillis(1_999));
        assertThat(fired).isEmpty();
        fireAt(first.plusMillis(2_000));

        assertThat(fired).singleElement().satisfies(reminder -> {
            assertThat(reminder.data().rungAt()).isEqualTo(first);
            assertThat(reminder.data().dueAt()).isEqualTo(DUE);
        });
    }

    @Test
    void aClockWithNothingToWaitForStops() {
        arm("D1", DUE);

        fireAt(DUE, _ -> null);
        fireAt(DUE.plus(Duration.ofDays(9)));

        assertThat(fired).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Test
    void climbsTheLadderRungByRung() {
        arm("D1", DUE);

        for (Instant now = TOLD; now.isBefore(DUE.plus(Duration.ofDays(5))); now = now.plus(Duration.ofMinutes(10))) {
            fireAt(now);
        }

        assertThat(fired).extracting(reminder -> reminder.data().rung()).containsExactly(0, 1, 2, 3);
        assertThat(fired).extracting(Envelope::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(fired)
                .extracting(reminder -> reminder.data().action())
                .containsExactly(RungAction.NOTIFY, RungAction.MARK_OVERDUE, RungAction.NOTIFY, RungAction.NOTIFY);
        assertThat(fired.get(3).data().audience()).containsExactly(Role.GENERAL_MANAGER);
        assertThat(fired.get(3).data().ownerId()).isNull();
        assertThat(fired).noneMatch(reminder -> reminder.data().late());
        assertThat(index.size()).isZero();
    }

    @Test
    void whatIsClearedDoesNotFire() {
        arm("D1", DUE);
        fireAt(DUE.minus(Duration.ofMinutes(30)));
        book.apply(new Clear("D1"), "S1", TOLD);
        book.apply(new Clear("never armed"), "S1", TOLD);

        fireAt(DUE.plus(Duration.ofDays(9)));

        assertThat(fired).hasSize(1);
        assertThat(deadlines.keys()).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Test
    void settingTheClockAnewReplacesItAndKeepsCountingRungs() {
        arm("D1", DUE);
        fireAt(DUE);
        assertThat(fired).hasSize(2);
        Instant later = DUE.plus(Duration.ofDays(2));
        book.apply(new Arm("D1", DeadlineKind.FOLLOW_UP, "plan", "A1", later), "S1", DUE.plusMillis(1));

        fireAt(later.minus(Duration.ofMinutes(30)).minusMillis(1));
        assertThat(fired).hasSize(2);
        fireAt(later.minus(Duration.ofMinutes(30)));

        assertThat(fired).hasSize(3);
        assertThat(fired.getLast().data().rung()).isZero();
        assertThat(fired.getLast().sequence()).isEqualTo(3);
    }

    @Test
    void handingOverMovesTheOwnerAndKeepsTheClock() {
        arm("D1", DUE);
        book.apply(new HandOver("D1", "A2"), "S1", TOLD);
        book.apply(new HandOver("never armed", "A2"), "S1", TOLD);

        fireAt(DUE.minus(Duration.ofMinutes(30)));

        assertThat(fired)
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.data().ownerId()).isEqualTo("A2"));
    }

    @Test
    void whatLapsedDuringDowntimeFiresInOrderAndIsMarkedLate() {
        arm("D1", DUE);
        arm("D2", DUE.plusSeconds(1));
        book = open();
        Instant back = DUE.plus(Duration.ofHours(3));

        fireAt(back);
        fireAt(back.plusMillis(100));
        fireAt(back.plusMillis(200));

        assertThat(fired)
                .extracting(reminder -> reminder.aggregateId() + reminder.data().rung())
                .containsExactly("D10", "D20", "D11", "D21");
        assertThat(fired).allMatch(reminder -> reminder.data().late());
    }

    @Test
    void fiveSecondsIsPunctualAndAMillisecondMoreIsLate() {
        arm("D1", DUE);
        arm("D2", DUE.plusSeconds(60));

        fireAt(DUE.minus(Duration.ofMinutes(30)).plusSeconds(5));
        fireAt(DUE.minus(Duration.ofMinutes(30)).plusSeconds(65).plusMillis(1));

        assertThat(fired).extracting(reminder -> reminder.data().late()).containsExactly(false, true);
    }

    @Test
    void whatHadLapsedWhenItWasToldGetsAGraceAndIsMarkedLate() {
        arm("D1", TOLD.minus(Duration.ofDays(9)));

        fireAt(TOLD.plus(GRACE).minusMillis(1));
        assertThat(fired).isEmpty();
        for (int i = 0; i < 6; i++) {
            fireAt(TOLD.plus(GRACE));
        }

        assertThat(fired).extracting(reminder -> reminder.data().rung()).containsExactly(0, 1, 2, 3);
        assertThat(fired).allMatch(reminder -> reminder.data().late());
    }

    @Test
    void clearedWithinTheGraceItNeverFires() {
        arm("D1", TOLD.minus(Duration.ofDays(9)));
        book.apply(new Clear("D1"), "S1", TOLD);

        fireAt(TOLD.plus(Duration.ofDays(1)));

        assertThat(fired).isEmpty();
    }

    @Test
    void aRungThatLapsesWithinTheGraceIsOnTimeAndTheEarlierOnesGoBefore() {
        Instant soon = TOLD.plus(Duration.ofMinutes(2));
        arm("D1", soon);

        fireAt(soon.minusMillis(1));
        assertThat(fired).isEmpty();
        fireAt(soon);
        fireAt(soon);

        assertThat(fired).extracting(reminder -> reminder.data().rung()).containsExactly(0, 1);
        assertThat(fired).extracting(reminder -> reminder.data().late()).containsExactly(true, false);
    }

    @Test
    void aDeadlineToldAfterTheScanHasPassedItsInstantStillFires() {
        arm("D1", DUE);
        fireAt(DUE.plus(Duration.ofMinutes(1)));
        // From a backlog: recorded in time, read late.
        arm("D2", DUE.minus(Duration.ofMinutes(1)));

        fireAt(DUE.plus(Duration.ofMinutes(2)));

        assertThat(fired).extracting(Envelope::aggregateId).contains("D2");
    }

    @Test
    void everyRungFiresWhenSeveralOfManyDeadlinesLapsedTogether() {
        for (int i = 0; i < 10; i++) {
            // Agreed within seconds: half an hour before has lapsed already, and waits for the due time itself.
            arm("D" + i, TOLD.plusSeconds(6).plusMillis(i * 100L));
        }
        Instant back = TOLD.plus(Duration.ofMinutes(1));

        for (int tick = 0; tick < 4; tick++) {
            fireAt(back.plusMillis(tick * 100L));
        }

        assertThat(fired)
                .extracting(reminder ->
                        reminder.aggregateId() + "/" + reminder.data().rung())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 10)
                        .boxed()
                        .flatMap(i -> Stream.of("D" + i + "/0", "D" + i + "/1"))
                        .toList());
    }

    @Test
    void manyDueAtOnceFireOnceEachInBoundedSteps() {
        for (int i = 0; i < 10_000; i++) {
            arm("D" + i, DUE);
        }
        Instant first = DUE.minus(Duration.ofMinutes(30));

        for (int tick = 1; tick <= 5; tick++) {
            AtomicInteger left = new AtomicInteger(2_000);
            boolean done = fire(first, () -> left.getAndDecrement() > 0, Deadline::dueAt);
            assertThat(done).isFalse();
            assertThat(fired).hasSize(tick * 2_000);
        }
        fireAt(first);

        assertThat(fired).hasSize(10_000);
        assertThat(new HashSet<>(fired.stream().map(Envelope::aggregateId).toList()))
                .hasSize(10_000);
    }

    private DeadlineBook open() {
        try {
            Ladders shipped = Ladders.shipped();
            deadlines.flushCache();
            deadlines = new ObjectStore<>(stored, new Room(100));
            var clocks = new ClockStore(deadlines);
            index = new DueIndex(clocks, DueIndex.MOST);
            return new DeadlineBook(clocks, index, () -> shipped, Place::unknown, GRACE);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private void arm(String id, Instant dueAt) {
        arm(id, dueAt, "A1");
    }

    private void arm(String id, Instant dueAt, @Nullable String owner) {
        book.apply(new Arm(id, DeadlineKind.FOLLOW_UP, "plan", owner, dueAt), "S1", TOLD);
    }

    private void fireAt(Instant now) {
        fireAt(now, Deadline::dueAt);
    }

    private void fireAt(Instant now, LiveDue dues) {
        assertThat(fire(now, () -> true, dues)).isTrue();
    }

    private boolean fire(Instant now, BooleanSupplier hasTime, LiveDue dues) {
        index.tick(now.toEpochMilli(), () -> true);
        return new Firing(book, index)
                .fireDue(
                        now,
                        hasTime,
                        dues,
                        (id, deadline, ladder, rung) ->
                                fired.add(writer.reminder(id, deadline, ladder, rung, now, null)));
    }
}
