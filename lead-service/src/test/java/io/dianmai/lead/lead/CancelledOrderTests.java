package io.dianmai.lead.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.lead.LeadCommand.Assessment;
import io.dianmai.lead.lead.LeadCommand.Assignment;
import io.dianmai.lead.lead.LeadCommand.Cancellation;
import io.dianmai.lead.lead.LeadCommand.Delivery;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.Order;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.lead.LeadCommand.StoreVisit;
import io.dianmai.lead.lead.LeadCommand.TestDrive;
import io.dianmai.lead.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 退订: an order is taken back before delivery. */
class CancelledOrderTests {
    private static final Instant REGISTERED = Instant.parse("2026-03-10T01:42:10Z");
    private static final Instant ORDERED = REGISTERED.plus(Duration.ofDays(3));
    private static final Instant CANCELLED = REGISTERED.plus(Duration.ofDays(9));
    private static final Roster NOBODY_KNOWN = new Roster(false, List.of(), LocalDate.of(2026, 3, 10));
    private static final Order ORDER = order("SO-1");
    private static final Cancellation CANCELLATION = new Cancellation("SO-1", "no credit");

    private final LeadBehaviour behaviour = new LeadBehaviour();
    private @Nullable Lead lead;

    @BeforeEach
    void register() {
        happen(
                new Registration(
                        "XS-1",
                        Channel.WEB,
                        CustomerClass.PROSPECT,
                        new MaskedCustomer("王*", "138****0017", "hash"),
                        "Yunhai X5",
                        null,
                        "a1",
                        List.of(GradingCriterion.TERMS_DISCUSSED)),
                REGISTERED);
    }

    @Test
    void tellsTheVeryOrderThatItTakesBack() {
        LeadEvent ordered = happen(ORDER, ORDERED).getFirst();
        happen(new Assignment("a2"), ORDERED);

        assertThat(happen(CANCELLATION, CANCELLED).getFirst())
                .isInstanceOfSatisfying(LeadOrderCancelled.class, cancelled -> {
                    assertThat(cancelled.ordered()).isEqualTo(ordered);
                    assertThat(cancelled.orderedAt()).isEqualTo(ORDERED);
                    assertThat(cancelled.orderId()).isEqualTo("SO-1");
                    assertThat(cancelled.reason()).isEqualTo("no credit");
                    assertThat(cancelled.dimensions().advisorId()).isEqualTo("a2");
                    assertThat(cancelled.ordered().dimensions().advisorId()).isEqualTo("a1");
                });
    }

    @Test
    void gradesAnewWithoutTheDeposit() {
        happen(new Assessment(List.of(GradingCriterion.DEPOSIT_TAKEN), null, null), ORDERED);
        happen(ORDER, ORDERED);

        assertThat(happen(CANCELLATION, CANCELLED).getLast()).isInstanceOfSatisfying(LeadGraded.class, graded -> {
            assertThat(graded.level()).isEqualTo(Level.A);
            assertThat(graded.previousLevel()).isEqualTo(Level.O);
            assertThat(graded.overridden()).isFalse();
        });
        assertThat(happen(new Assessment(List.of(), Level.C, "walked away"), CANCELLED))
                .hasExactlyElementsOfTypes(LeadGraded.class);
    }

    @Test
    void putsTheLeadBackWhereVisitsAndTestDrivesHaveBroughtIt() {
        happen(ORDER, ORDERED);
        happen(CANCELLATION, CANCELLED);
        assertThat(existing().progress().stage()).isEqualTo(Stage.REGISTERED);
        assertThat(existing().progress().orderId()).isNull();

        happen(order("SO-2"), CANCELLED);
        happen(new StoreVisit(), CANCELLED);
        happen(new Cancellation("SO-2", null), CANCELLED);
        assertThat(existing().progress().stage()).isEqualTo(Stage.VISITED);

        happen(new TestDrive("Yunhai X5", ORDERED, ORDERED), CANCELLED);
        happen(order("SO-3"), CANCELLED);
        happen(new Cancellation("SO-3", null), CANCELLED);
        assertThat(existing().progress().stage()).isEqualTo(Stage.TEST_DRIVEN);
    }

    @Test
    void allowsAnotherOrderButNotTheSame() {
        happen(ORDER, ORDERED);
        happen(CANCELLATION, CANCELLED);

        assertThat(refused(ORDER)).isEqualTo(LeadRefusals.ORDER_CANCELLED);
        assertThat(happen(order("SO-2"), CANCELLED)).hasExactlyElementsOfTypes(LeadOrdered.class, LeadGraded.class);
        assertThat(refused(delivery("SO-1"))).isEqualTo(LeadRefusals.ORDER_CANCELLED);
        assertThat(happen(delivery("SO-2"), CANCELLED)).hasSize(1);
    }

    @Test
    void isRefusedTheSecondTime() {
        happen(ORDER, ORDERED);
        happen(CANCELLATION, CANCELLED);

        assertThat(refused(CANCELLATION)).isEqualTo(LeadRefusals.ORDER_CANCELLED);
        happen(order("SO-2"), CANCELLED);
        assertThat(refused(CANCELLATION)).isEqualTo(LeadRefusals.ORDER_CANCELLED);
    }

    @Test
    void isRefusedWithoutThatOrder() {
        assertThat(refused(CANCELLATION)).isEqualTo(LeadRefusals.NOT_ORDERED);

        happen(ORDER, ORDERED);
        assertThat(refused(new Cancellation("SO-2", null))).isEqualTo(LeadRefusals.OTHER_ORDER);
    }

    @Test
    void isRefusedAfterTheDelivery() {
        happen(ORDER, ORDERED);
        happen(delivery("SO-1"), ORDERED);

        assertThat(refused(CANCELLATION)).isEqualTo(LeadRefusals.CLOSED);
    }

    @Test
    void isRefusedAfterTheLoss() {
        happen(ORDER, ORDERED);
        happen(new Loss(LossReason.PRICE, null), ORDERED);

        assertThat(refused(CANCELLATION)).isEqualTo(LeadRefusals.CLOSED);
    }

    @Test
    void isRefusedWhereTheOrderWasNotKept() {
        happen(ORDER, ORDERED);
        Progress kept = existing().progress();
        lead = existing().with(new Progress(kept.stage(), 0, 0, kept.orderId(), null, List.of(), null));

        assertThat(refused(CANCELLATION)).isEqualTo(LeadRefusals.ORDER_NOT_KEPT);
        assertThat(happen(delivery("SO-1"), CANCELLED)).hasSize(1);
    }

    @Test
    void leavesNothingOfTheOrderToBeLost() {
        happen(ORDER, ORDERED);
        happen(CANCELLATION, CANCELLED);

        happen(new Loss(LossReason.FINANCE, null), CANCELLED);
        assertThat(existing().progress().stage()).isEqualTo(Stage.LOST);
        assertThat(existing().progress().signed()).isNull();
    }

    @Test
    void keepsOfAnOrderWhatIsTold() {
        var fine =
                new Order("SO-1", "Corolla", 1, 0, false, ORDERED.plusNanos(1_234_567), ORDERED.plusNanos(2_345_678));

        assertThat(happen(fine, ORDERED).getFirst()).isInstanceOfSatisfying(LeadOrdered.class, ordered -> {
            assertThat(ordered.expectedDelivery()).isEqualTo(ORDERED.plusMillis(1));
            assertThat(ordered.expectedPayment()).isEqualTo(ORDERED.plusMillis(2));
        });
    }

    @Test
    void datesALeadFromBeforeItsDimensionsToldIt() {
        LeadDimensions told = existing().dimensions();
        Lead stored = existing()
                .with(new LeadDimensions(
                        told.channel(), told.activityId(), told.model(), told.advisorId(), told.teamId(), null));

        assertThat(stored.dimensions()).isEqualTo(told);
    }

    private List<LeadEvent> happen(LeadCommand command, Instant time) {
        return switch (Lead.decide(lead, command, at(time))) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> {
                events.forEach(event -> lead = behaviour.apply("lead-1", lead, event, time));
                yield events;
            }
            case Decision.Refused<LeadEvent>(Refusal refusal) -> throw new AssertionError(refusal.code());
        };
    }

    private Refusal refused(LeadCommand command) {
        return switch (Lead.decide(lead, command, at(CANCELLED))) {
            case Decision.Accepted<LeadEvent>(List<LeadEvent> events) -> throw new AssertionError(events.toString());
            case Decision.Refused<LeadEvent>(Refusal refusal) -> refusal;
        };
    }

    private Lead existing() {
        return Objects.requireNonNull(lead);
    }

    private static Circumstances at(Instant time) {
        return new Circumstances("lead-1", time, ZoneId.of("Asia/Shanghai"), NOBODY_KNOWN);
    }

    private static Order order(String orderId) {
        return new Order(
                orderId,
                "Corolla",
                15_000_000,
                500_000,
                true,
                ORDERED.plus(Duration.ofDays(20)),
                ORDERED.plus(Duration.ofDays(15)));
    }

    private static Delivery delivery(String orderId) {
        return new Delivery(orderId, 800_000, 120_000, true, false, true, 30);
    }
}
