package io.dianmai.aftersales.repairorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.aftersales.JobDimensions;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderEvent;
import io.dianmai.contracts.aftersales.RepairOrderFinished;
import io.dianmai.contracts.aftersales.RepairOrderHandedOver;
import io.dianmai.contracts.aftersales.RepairOrderOpened;
import io.dianmai.contracts.aftersales.RepairOrderReassigned;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.RepairOrderSettlementReversed;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RepairOrderTests {
    private static final RepairOrderBehaviour BEHAVIOUR = new RepairOrderBehaviour();
    private static final Instant RECEIVED = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant PROMISED = Instant.parse("2026-03-02T05:00:00Z");
    private static final JobDimensions ADVISER = new JobDimensions("adviser-1", "team-1", "Yunhai X5");
    private static final Settlement SETTLEMENT = new Settlement(20_000, 30_000, 5_000, 0, 1_000, 25_000);
    private static final RepairOrderCommand.Finish FINISH = new RepairOrderCommand.Finish("tech-1", 60, 55);
    private static final RepairOrderCommand.Settle SETTLE = new RepairOrderCommand.Settle(SETTLEMENT, true);

    @Test
    void goesFromReceptionToHandover() {
        RepairOrder opened = after(null, RepairOrder.open(null, open(PROMISED), RECEIVED), RECEIVED);
        RepairOrder finished = after(opened, opened.finish(FINISH), RECEIVED);
        RepairOrder settled = after(finished, finished.settle(SETTLE), RECEIVED);
        RepairOrder handedOver = after(settled, settled.handOver(PROMISED), PROMISED);

        assertThat(handedOver.status()).isEqualTo(RepairOrder.Status.HANDED_OVER);
        assertThat(handedOver.settlement()).isEqualTo(SETTLEMENT);
        assertThat(handedOver.handedOverAt()).isEqualTo(PROMISED);
        assertThat(handedOver.openedAt()).isEqualTo(RECEIVED);
    }

    @Test
    void carriesWhatReadersNeedInItsEvents() {
        RepairOrder opened = opened(PROMISED);

        assertThat(events(RepairOrder.open(null, open(PROMISED), RECEIVED)))
                .containsExactly(new RepairOrderOpened(ADVISER, JobKind.MAINTENANCE, true, null, PROMISED));
        assertThat(events(opened.finish(FINISH)))
                .containsExactly(new RepairOrderFinished(ADVISER, JobKind.MAINTENANCE, "tech-1", 60, 55));
        assertThat(events(finished().settle(SETTLE)))
                .containsExactly(new RepairOrderSettled(ADVISER, JobKind.MAINTENANCE, SETTLEMENT, true));
    }

    @Test
    void isOnTimeUpToThePromisedMillisecond() {
        assertThat(handOverAt(PROMISED, PROMISED)).isTrue();
        assertThat(handOverAt(PROMISED, PROMISED.minusMillis(1))).isTrue();
        assertThat(handOverAt(PROMISED, PROMISED.plusMillis(1))).isFalse();
        assertThat(handOverAt(null, PROMISED)).isNull();
    }

    @Test
    void refusesStepsOutOfOrder() {
        assertThat(code(opened(null).settle(SETTLE))).isEqualTo("repair-order-not-finished");
        assertThat(code(opened(null).handOver(RECEIVED))).isEqualTo("repair-order-not-settled");
        assertThat(code(finished().finish(FINISH))).isEqualTo("repair-order-already-finished");
        assertThat(code(settled(null).finish(FINISH))).isEqualTo("repair-order-already-settled");
        RepairOrder gone = after(settled(null), settled(null).handOver(RECEIVED), RECEIVED);
        assertThat(code(gone.handOver(RECEIVED))).isEqualTo("repair-order-already-handed-over");
    }

    @Test
    void refusesToOpenTwiceOrWithAPromiseInThePast() {
        assertThat(code(RepairOrder.open(opened(null), open(null), RECEIVED))).isEqualTo("repair-order-already-opened");
        assertThat(code(RepairOrder.open(null, open(RECEIVED.minusMillis(1)), RECEIVED)))
                .isEqualTo("promise-in-the-past");
        assertThat(events(RepairOrder.open(null, open(RECEIVED), RECEIVED))).hasSize(1);
    }

    @Nested
    class Reversing {
        private static final RepairOrderCommand.Reverse REVERSE = new RepairOrderCommand.Reverse("wrong payer");
        private static final Settlement RIGHT = new Settlement(1, 2, 3, 4, 5, 6);

        @Test
        void tellsTheVerySettlementThatItTakesBack() {
            assertThat(events(settled(null).reverse(REVERSE)))
                    .containsExactly(new RepairOrderSettlementReversed(
                            ADVISER,
                            JobKind.MAINTENANCE,
                            RECEIVED,
                            new RepairOrderSettled(ADVISER, JobKind.MAINTENANCE, SETTLEMENT, true),
                            "wrong payer"));
        }

        @Test
        void asksForAnotherSettlementBeforeTheHandover() {
            RepairOrder reversed = after(settled(null), settled(null).reverse(REVERSE), PROMISED);

            assertThat(reversed.status()).isEqualTo(RepairOrder.Status.FINISHED);
            assertThat(reversed.settlement()).isNull();
            assertThat(code(reversed.handOver(PROMISED))).isEqualTo("repair-order-not-settled");
            RepairOrder again = after(reversed, reversed.settle(settle(RIGHT)), PROMISED);
            assertThat(again.settlement()).isEqualTo(RIGHT);
            assertThat(again.settled())
                    .isEqualTo(new SettledJob(
                            new RepairOrderSettled(ADVISER, JobKind.MAINTENANCE, RIGHT, false), PROMISED));
            assertThat(events(again.handOver(PROMISED))).hasSize(1);
        }

        @Test
        void putsTheMoneyRightAlsoOfAVehicleThatHasLeft() {
            RepairOrder gone = after(settled(null), settled(null).handOver(RECEIVED), RECEIVED);
            assertThat(code(gone.settle(SETTLE))).isEqualTo("repair-order-already-handed-over");

            RepairOrder reversed = after(gone, gone.reverse(REVERSE), PROMISED);
            assertThat(reversed.status()).isEqualTo(RepairOrder.Status.HANDED_OVER);
            assertThat(reversed.handedOverAt()).isEqualTo(RECEIVED);
            RepairOrder again = after(reversed, reversed.settle(settle(RIGHT)), PROMISED);

            assertThat(again.status()).isEqualTo(RepairOrder.Status.HANDED_OVER);
            assertThat(again.settlement()).isEqualTo(RIGHT);
            assertThat(again.handedOverAt()).isEqualTo(RECEIVED);
            assertThat(code(again.handOver(PROMISED))).isEqualTo("repair-order-already-handed-over");
        }

        @Test
        void isRefusedUntilThereIsASettlementAndTheSecondTime() {
            assertThat(code(opened(null).reverse(REVERSE))).isEqualTo("repair-order-not-settled");
            assertThat(code(finished().reverse(REVERSE))).isEqualTo("repair-order-not-settled");
            RepairOrder reversed = after(settled(null), settled(null).reverse(REVERSE), PROMISED);
            assertThat(code(reversed.reverse(REVERSE))).isEqualTo("repair-order-not-settled");
            RepairOrder gone = after(settled(null), settled(null).handOver(RECEIVED), RECEIVED);
            RepairOrder reversedLater = after(gone, gone.reverse(REVERSE), PROMISED);
            assertThat(code(reversedLater.reverse(REVERSE))).isEqualTo("repair-order-not-settled");
        }

        @Test
        void isRefusedWhereTheSettlementWasNotKept() {
            RepairOrder old = new RepairOrder(
                    ADVISER,
                    JobKind.PAINT,
                    RepairOrder.Status.SETTLED,
                    false,
                    null,
                    RECEIVED,
                    null,
                    SETTLEMENT,
                    null,
                    null);

            assertThat(code(old.reverse(REVERSE))).isEqualTo("settlement-not-kept");
        }

        private static RepairOrderCommand.Settle settle(Settlement settlement) {
            return new RepairOrderCommand.Settle(settlement, false);
        }
    }

    @Test
    void goesToAnotherAdviserUntilTheVehicleHasLeft() {
        var leaving = new RepairOrderCommand.Reassign("adviser-1", "adviser-2", "team-2");
        var others = new JobDimensions("adviser-2", "team-2", "Yunhai X5");

        assertThat(events(opened(PROMISED).reassign(leaving)))
                .containsExactly(new RepairOrderReassigned(others, JobKind.MAINTENANCE, "adviser-1"));
        RepairOrder handedOn = after(settled(PROMISED), settled(PROMISED).reassign(leaving), RECEIVED);
        assertThat(handedOn.dimensions()).isEqualTo(others);
        assertThat(handedOn.status()).isEqualTo(RepairOrder.Status.SETTLED);
        assertThat(events(handedOn.reassign(leaving))).isEmpty();
        RepairOrder gone = after(settled(null), settled(null).handOver(RECEIVED), RECEIVED);
        assertThat(events(gone.reassign(leaving))).isEmpty();
    }

    @Test
    void keepsThePlateThroughItsLife() {
        RepairOrder order = opened(null).keeping("sealed");

        RepairOrder finished = after(order, order.finish(FINISH), RECEIVED);
        RepairOrder settled = after(finished, finished.settle(SETTLE), RECEIVED);
        RepairOrder gone = after(settled, settled.handOver(RECEIVED), RECEIVED);

        assertThat(List.of(finished, settled, gone))
                .extracting(RepairOrder::plate)
                .containsOnly("sealed");
    }

    private static RepairOrderCommand.Open open(@Nullable Instant promisedAt) {
        return new RepairOrderCommand.Open(ADVISER, JobKind.MAINTENANCE, true, null, promisedAt);
    }

    private static RepairOrder opened(@Nullable Instant promisedAt) {
        return after(null, RepairOrder.open(null, open(promisedAt), RECEIVED), RECEIVED);
    }

    private static RepairOrder finished() {
        return after(opened(null), opened(null).finish(FINISH), RECEIVED);
    }

    private static RepairOrder settled(@Nullable Instant promisedAt) {
        RepairOrder finished = after(opened(promisedAt), opened(promisedAt).finish(FINISH), RECEIVED);
        return after(finished, finished.settle(SETTLE), RECEIVED);
    }

    private static @Nullable Boolean handOverAt(@Nullable Instant promisedAt, Instant time) {
        RepairOrderEvent event = events(settled(promisedAt).handOver(time)).getFirst();
        return event instanceof RepairOrderHandedOver handedOver ? handedOver.onTime() : Boolean.FALSE;
    }

    private static RepairOrder after(@Nullable RepairOrder before, Decision<RepairOrderEvent> decision, Instant time) {
        return BEHAVIOUR.apply("order-1", before, events(decision).getFirst(), time);
    }

    private static List<RepairOrderEvent> events(Decision<RepairOrderEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<RepairOrderEvent>(var events) -> events;
            case Decision.Refused<RepairOrderEvent>(Refusal refusal) -> throw new AssertionError(refusal);
        };
    }

    private static String code(Decision<RepairOrderEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<RepairOrderEvent>(var events) -> throw new AssertionError(events);
            case Decision.Refused<RepairOrderEvent>(Refusal refusal) -> refusal.code();
        };
    }
}
