package io.dianmai.kpi.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.org.StaffMember;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.contracts.org.Tier;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderDigest.KindCount;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kpi.History;
import io.dianmai.kpi.deadline.DeadlineChange.Arm;
import io.dianmai.kpi.deadline.DeadlineChange.Snooze;
import io.dianmai.kpi.deadline.DeadlineChange.Start;
import io.dianmai.kpi.ladder.ClockTerms;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderScope;
import io.dianmai.kpi.ladder.Ladders;
import io.dianmai.kpi.ladder.Place;
import io.dianmai.kpi.ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockworkTests {
    private static final Instant TOLD = Instant.parse("2026-11-21T04:00:00Z");
    private static final Instant DUE = TOLD.plus(Duration.ofDays(1));
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestClocks clocks = new TestClocks();

    @Test
    void asManyAsPeopleWantToHearAreToldOneByOneAndOneMoreMakesADigest() {
        arm("A", "S1", TestClocks.DIGEST_ABOVE);
        arm("B", "S2", TestClocks.DIGEST_ABOVE + 1);

        clocks.tick(DUE.minus(Duration.ofMinutes(30)));

        assertThat(clocks.fired).hasSize(2 * TestClocks.DIGEST_ABOVE + 1);
        assertThat(clocks.fired)
                .allMatch(rung ->
                        (rung.data().digestId() != null) == rung.storeId().equals("S2"));
        assertThat(clocks.digests).singleElement().satisfies(digest -> {
            assertThat(digest.storeId()).isEqualTo("S2");
            assertThat(digest.sequence()).isEqualTo(1);
            assertThat(digest.data().rungs())
                    .containsExactly(new KindCount(DeadlineKind.FOLLOW_UP, TestClocks.DIGEST_ABOVE + 1));
            assertThat(digest.data().recipients()).containsExactly("A1");
            assertThat(digest.data().firstRungAt()).isEqualTo(DUE.minus(Duration.ofMinutes(30)));
            assertThat(digest.data().late()).isZero();
        });
    }

    @Test
    void aDigestOutlivesARestartInItsMiddle() {
        arm("B", "S2", 40);
        AtomicInteger left = new AtomicInteger(60);
        clocks.tick(DUE.minus(Duration.ofMinutes(30)), () -> left.getAndDecrement() > 0);
        int before = clocks.fired.size();

        clocks.restart();
        clocks.tick(DUE.minus(Duration.ofMinutes(20)));

        assertThat(before).isBetween(1, 39);
        assertThat(clocks.fired).hasSize(40);
        assertThat(clocks.fired)
                .extracting(rung -> rung.data().digestId())
                .containsOnly(clocks.digests.getFirst().aggregateId());
        assertThat(clocks.digests)
                .singleElement()
                .satisfies(digest ->
                        assertThat(digest.data().rungs()).containsExactly(new KindCount(DeadlineKind.FOLLOW_UP, 40)));
    }

    @Test
    void rungsOfOneClockThatLapsedTogetherCountEach() {
        arm("A", "S1", 7);

        clocks.tick(DUE.plus(Duration.ofDays(9)));

        assertThat(clocks.fired).hasSize(28);
        assertThat(clocks.digests).hasSize(1);
        assertThat(clocks.digests.getFirst().data().late()).isEqualTo(28);
    }

    @Test
    void aSnoozeHoldsBackWhatTellsAndNotWhatActs() {
        arm("T", "S1", 1);
        clocks.tick(TOLD);
        clocks.apply(new Snooze("T0", DUE, DUE.plus(HOUR)), "S1", TOLD);

        clocks.tick(DUE.minusMillis(1));
        assertThat(clocks.fired).isEmpty();
        clocks.tick(DUE);

        // Marking it overdue stays where it is, and nothing overtakes.
        assertThat(clocks.fired)
                .extracting(rung -> rung.data().action())
                .containsExactly(RungAction.NOTIFY, RungAction.MARK_OVERDUE);
        assertThat(clocks.fired).noneMatch(rung -> rung.data().late());
    }

    @Test
    void aClockThatIsSetAnewIsNotSnoozed() {
        arm("T", "S1", 1);
        clocks.apply(new Snooze("T0", DUE, DUE.minus(Duration.ofMinutes(1))), "S1", TOLD);
        clocks.apply(task("T0", DUE.plusMillis(1)), "S1", TOLD);

        clocks.tick(DUE.minus(Duration.ofMinutes(30)).plusMillis(1));

        assertThat(clocks.fired).hasSize(1);
        assertThat(clocks.apply(new Snooze("T0", DUE, DUE.plus(HOUR)), "S1", TOLD))
                .isFalse();
        assertThat(clocks.apply(new Snooze("T9", DUE, DUE.plus(HOUR)), "S1", TOLD))
                .isFalse();
    }

    @Test
    void aRungThatIsNewInTheMiddleFiresAndOneThatIsNewBeforeDoesNot() {
        arm("T", "S1", 1);
        clocks.tick(DUE);
        assertThat(clocks.fired).hasSize(2);

        change(LadderScope.group(), Duration.ofHours(-2), Duration.ZERO, HOUR);
        clocks.tick(DUE);
        clocks.tick(DUE.plus(HOUR).minusMillis(1));
        assertThat(clocks.fired).hasSize(2);
        clocks.tick(DUE.plus(HOUR));

        assertThat(clocks.fired.getLast().data().rung()).isEqualTo(2);
        assertThat(clocks.fired.getLast().data().rungAt()).isEqualTo(DUE.plus(HOUR));
    }

    @Test
    void theLadderOfTheStoreHoldsAsSoonAsTheRegistrySaysWhereItLies() {
        change(new LadderScope.Brand("B1"), HOUR.negated());
        arm("T", "S1", 1);
        clocks.tick(TOLD);
        clocks.on(History.published("S1", "Asia/Shanghai"));
        clocks.tick(TOLD.plusSeconds(1));

        clocks.tick(DUE.minus(HOUR).minusMillis(1));
        assertThat(clocks.fired).isEmpty();
        clocks.tick(DUE.minus(HOUR));

        assertThat(clocks.fired).hasSize(1);
    }

    @Test
    void aWalkThatWasInterruptedReachesEveryClock() {
        arm("T", "S1", 3_000);
        clocks.tick(TOLD);
        clocks.commit();
        change(LadderScope.group(), Duration.ofHours(-3));
        clocks.tick(TOLD.plusSeconds(1));
        clocks.restart();
        for (int tick = 2; tick < 7; tick++) {
            clocks.tick(TOLD.plusSeconds(tick));
        }

        clocks.tick(DUE.minus(Duration.ofHours(3)));

        assertThat(clocks.fired).hasSize(3_000);
    }

    @Test
    void whoeverHoldsTheRoleWhenItFiresHearsOfIt() {
        arm("T", "S1", 1);
        clocks.on(staffed("M1"));
        clocks.on(staffed("M2"));

        clocks.tick(DUE.plus(Duration.ofDays(1)));

        assertThat(clocks.fired.getLast().data().audience()).containsExactly(Role.SALES_MANAGER);
        assertThat(clocks.fired.getLast().data().recipients()).containsExactly("M2");
    }

    @Test
    void whatComesAgainComesAgainUntilItIsStopped() {
        clocks.apply(new Start("L:lost", DeadlineKind.LOST_REACTIVATION, "L", "A1", TOLD, null), "S1", TOLD);

        clocks.tick(TOLD.plus(Duration.ofDays(200)));
        assertThat(clocks.fired).hasSize(2);
        clocks.apply(new DeadlineChange.Clear("L:lost"), "S1", TOLD);
        clocks.tick(TOLD.plus(Duration.ofDays(999)));

        assertThat(clocks.fired).extracting(Envelope::sequence).containsExactly(1L, 2L);
    }

    @Test
    void ofOldHistoryWhatComesAgainIsNotToldForEveryTime() {
        Instant longAgo = TOLD.minus(Duration.ofDays(1_000));
        clocks.apply(new Start("L:lost", DeadlineKind.LOST_REACTIVATION, "L", "A1", longAgo, null), "S1", TOLD);

        clocks.tick(TOLD.plus(Duration.ofMinutes(10)));
        assertThat(clocks.fired).isEmpty();
        clocks.tick(longAgo.plus(Duration.ofDays(91 * 11)));

        assertThat(clocks.fired)
                .singleElement()
                .satisfies(rung -> assertThat(rung.data().late()).isFalse());
    }

    private void arm(String prefix, String store, int count) {
        for (int i = 0; i < count; i++) {
            clocks.apply(task(prefix + i, DUE), store, TOLD);
        }
    }

    private static Arm task(String id, Instant dueAt) {
        return new Arm(id, DeadlineKind.FOLLOW_UP, "plan", "A1", dueAt);
    }

    /** The ladders as they are, with another one for follow-ups. */
    private void change(LadderScope scope, Duration... offsets) {
        List<Rung> rungs = Arrays.stream(offsets)
                .map(offset -> TestLadders.rung(offset, RungAction.NOTIFY))
                .toList();
        List<Ladder> all = new ArrayList<>();
        for (DeadlineKind kind : DeadlineKind.values()) {
            if (kind != DeadlineKind.FOLLOW_UP || !scope.equals(LadderScope.group())) {
                all.add(clocks.ladders.of(kind, Place.unknown("S1"), DUE));
            }
        }
        all.add(TestLadders.ladder(DeadlineKind.FOLLOW_UP, scope, ClockTerms.OF_THE_EVENT, rungs));
        clocks.ladders = Ladders.of(clocks.ladders.version() + 1, all);
    }

    private static StorePublished staffed(String manager) {
        StorePublished store = History.published("S1", "Asia/Shanghai");
        return new StorePublished(
                store.storeId(),
                store.name(),
                store.regionId(),
                store.regionName(),
                store.brandId(),
                store.brandName(),
                Tier.MID,
                store.zone(),
                store.bays(),
                store.parkingSpaces(),
                store.businessHours(),
                List.of(),
                List.of(new StaffMember(manager, "name", List.of(Role.SALES_MANAGER), null, null)));
    }
}
