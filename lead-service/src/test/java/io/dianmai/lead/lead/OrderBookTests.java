package io.dianmai.lead.lead;

import static io.dianmai.lead.lead.Course.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.lead.LeadCommand.Cancellation;
import io.dianmai.lead.lead.LeadCommand.Delivery;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.SaleCommand.Expectation;
import io.dianmai.lead.lead.SaleCommand.OrderChange;
import io.dianmai.lead.lead.SaleCommand.Payment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is paid for an order of 150,000 yuan with a deposit of 5,000, and when the rest is expected. */
class OrderBookTests {
    private static final long REST = 14_500_000;

    private final Course course = Course.begun();

    @BeforeEach
    void order() {
        course.happen(Course.order("SO-1", day(20)), day(3));
    }

    @Test
    void saysWhatIsLeftToPay() {
        var first = received(course.happen(pay("P-1", 10_000_000), day(4)));
        var refund = received(course.happen(pay("P-2", -500_000), day(5)));
        var last = received(course.happen(pay("P-3", 5_000_000), day(6)));

        assertThat(first.previouslyOutstanding()).isEqualTo(REST);
        assertThat(first.outstanding()).isEqualTo(4_500_000);
        assertThat(first.expectedPayment()).isEqualTo(day(20));
        assertThat(refund.outstanding()).isEqualTo(5_000_000);
        assertThat(last.outstanding()).isZero();
        assertThat(account().paid()).isEqualTo(15_000_000);
        assertThat(account().settledAt()).isEqualTo(day(6));
    }

    @Test
    void takesEachPaymentOnce() {
        course.happen(pay("P-1", 100), day(4));

        assertThat(course.refused(pay("P-1", 100), day(5))).isEqualTo(SaleRefusals.PAYMENT_KNOWN);
        assertThat(course.refused(stated("P-1", 200), day(5))).isEqualTo(SaleRefusals.PAYMENT_KNOWN);
        assertThat(course.refused(stated("P-2", 0), day(5))).isEqualTo(SaleRefusals.PAYMENT_OF_NOTHING);
    }

    @Test
    void asksAPersonToLookAgainAtTooMuch() {
        assertThat(course.refused(pay("P-1", REST + 1), day(4))).isEqualTo(SaleRefusals.PAYMENT_ABOVE_OUTSTANDING);
        assertThat(course.refused(pay("P-1", -500_001), day(4))).isEqualTo(SaleRefusals.REFUND_ABOVE_PAID);
        assertThat(course.happen(pay("P-1", -500_000), day(4))).hasSize(1);
    }

    @Test
    void believesAStoreSystemThatTookTooMuch() {
        assertThat(received(course.happen(stated("P-1", REST + 700), day(4))).outstanding())
                .isZero();
        assertThat(received(course.happen(stated("P-2", -1_000), day(5))).outstanding())
                .isEqualTo(300);
        assertThat(account().settledAt()).isNull();
    }

    @Test
    void takesWhatIsPaidAfterTheDelivery() {
        course.happen(new Delivery("SO-1", 1, 0, false, false, false, 1), day(5));

        assertThat(received(course.happen(pay("P-1", REST), day(30))).outstanding())
                .isZero();
    }

    @Test
    void givesBackWhatWasPaidForAnOrderThatWasTakenBack() {
        course.happen(pay("P-1", 1_000_000), day(4));
        course.happen(new OrderChange("SO-1", null, day(25), Set.of()), day(4));
        var cancelled = (LeadOrderCancelled)
                course.happen(new Cancellation("SO-1", null), day(5)).getFirst();

        assertThat(cancelled.outstanding()).isEqualTo(13_500_000);
        assertThat(cancelled.expectedPayment()).isEqualTo(day(25));
        assertThat(account().paid()).isEqualTo(1_500_000);
        assertThat(account().outstanding()).isZero();
        assertThat(course.refused(pay("P-2", 100), day(6))).isEqualTo(LeadRefusals.ORDER_CANCELLED);
        var refund = received(course.happen(pay("P-2", -1_500_000), day(6)));
        assertThat(refund.outstanding()).isZero();
        assertThat(refund.previouslyOutstanding()).isZero();
        assertThat(refund.expectedPayment()).isNull();
        assertThat(account().paid()).isZero();
    }

    @Test
    void givesBackButTakesNothingForALeadThatWasLost() {
        course.happen(new Loss(LossReason.FINANCE, null), day(4));

        assertThat(course.refused(pay("P-1", 100), day(5))).isEqualTo(LeadRefusals.CLOSED);
        assertThat(course.happen(pay("P-1", -500_000), day(5))).hasSize(1);
    }

    @Test
    void knowsItsOrders() {
        assertThat(course.refused(new Payment("SO-2", "P-1", 1, true), day(4))).isEqualTo(LeadRefusals.OTHER_ORDER);
        assertThat(Course.begun().refused(pay("P-1", 1), day(4))).isEqualTo(LeadRefusals.NOT_ORDERED);
        assertThat(course.refused(expect("SO-2", Set.of()), day(4))).isEqualTo(LeadRefusals.OTHER_ORDER);
    }

    @Test
    void expectsTheRestAtAnotherTime() {
        var change = new OrderChange("SO-1", day(30), day(25), Set.of());

        assertThat(course.happen(change, day(4)).getFirst()).isInstanceOfSatisfying(LeadOrderChanged.class, changed -> {
            assertThat(changed.outstanding()).isEqualTo(REST);
            assertThat(changed.expectedDelivery()).isEqualTo(day(30));
            assertThat(changed.expectedPayment()).isEqualTo(day(25));
            assertThat(changed.previousExpectedDelivery()).isNull();
            assertThat(changed.previousExpectedPayment()).isEqualTo(day(20));
        });
        assertThat(course.happen(change, day(5))).isEmpty();
        assertThat(account().expectedPayment()).isEqualTo(day(25));
    }

    @Test
    void leavesWhatIsNotNamedAndForgetsWhatIsUnknown() {
        course.happen(new OrderChange("SO-1", day(30), null, Set.of()), day(4));
        assertThat(account().expectedPayment()).isEqualTo(day(20));

        course.happen(expect("SO-1", Set.of(Expectation.PAYMENT)), day(5));
        assertThat(account().expectedPayment()).isNull();
        assertThat(account().expectedDelivery()).isEqualTo(day(30));
        assertThat(course.refused(new OrderChange("SO-1", day(1), null, Set.of(Expectation.DELIVERY)), day(6)))
                .isEqualTo(SaleRefusals.EXPECTED_AND_UNKNOWN);
    }

    @Test
    void guessesNothingOfOrdersFromBeforePricesWereKept() {
        Progress kept = course.lead().progress();
        course.forgetTheSale();
        assertThat(course.lead().account("SO-1").orElseThrow().outstanding()).isEqualTo(REST);

        course.forgetTheSale(new Progress(kept.stage(), 0, 0, kept.orderId(), null, List.of(), null));
        assertThat(course.refused(stated("P-1", 1), day(4))).isEqualTo(LeadRefusals.ORDER_NOT_KEPT);
        assertThat(course.refused(expect("SO-1", Set.of(Expectation.PAYMENT)), day(4)))
                .isEqualTo(LeadRefusals.ORDER_NOT_KEPT);
    }

    @Test
    void boundsThePaymentsOfAnOrder() {
        for (int number = 0; number < OrderBook.MOST_PAYMENTS; number++) {
            course.happen(stated("P-" + number, 1), day(4));
        }

        assertThat(course.refused(stated("P-last", 1), day(5))).isEqualTo(SaleRefusals.TOO_MANY_PAYMENTS);
    }

    private Account account() {
        return course.lead().soFar().account("SO-1").orElseThrow();
    }

    private static LeadPaymentReceived received(List<LeadEvent> events) {
        return (LeadPaymentReceived) events.getFirst();
    }

    private static Payment pay(String paymentId, long amount) {
        return new Payment("SO-1", paymentId, amount, false);
    }

    private static Payment stated(String paymentId, long amount) {
        return new Payment("SO-1", paymentId, amount, true);
    }

    private static OrderChange expect(String orderId, Set<Expectation> unknown) {
        return new OrderChange(orderId, null, null, unknown);
    }
}
