package io.dianmai.lead.lead;

import io.dianmai.lead.deal.Account;
import io.dianmai.lead.deal.Deal;
import io.dianmai.lead.deal.LossProposed;
import io.dianmai.lead.deal.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sale of a lead has come to, as it is shown. Amounts are in fen.
 *
 * @param contactedAt when somebody first really spoke with the customer
 * @param effectiveContacts how often, since the lead was put on file or last opened again
 * @param quotes how many the customer was given
 * @param quotedAt when the last one was
 * @param order the money of the order that stands; absent without one, and of one whose price is not on file
 * @param cancelled the money of the last order that was taken back
 * @param lossProposed present while a loss waits for a manager
 */
record DealView(
        @Nullable Instant contactedAt,
        int effectiveContacts,
        int quotes,
        @Nullable Instant quotedAt,
        @Nullable Money order,
        @Nullable Money cancelled,
        @Nullable LossProposed lossProposed) {

    /**
     * The money of one order.
     *
     * @param paid the deposit and all payments, less what was given back; of a cancelled order, what is to be given back
     * @param outstanding what is still to be paid
     */
    record Money(
            String orderRef,
            long paid,
            long outstanding,
            @Nullable Instant expectedDelivery,
            @Nullable Instant expectedPayment) {
        static Money of(Account account) {
            return new Money(
                    account.orderId(),
                    account.paid(),
                    account.outstanding(),
                    account.expectedDelivery(),
                    account.expectedPayment());
        }
    }

    static DealView of(Lead lead) {
        Deal deal = lead.soFar();
        String orderId = lead.progress().orderId();
        return new DealView(
                deal.contacts().firstAt(),
                deal.contacts().effective(),
                deal.quotesGiven(),
                last(deal.quotes()).map(Quote::at).orElse(null),
                orderId == null ? null : lead.account(orderId).map(Money::of).orElse(null),
                last(deal.cancelledOrders()).map(Money::of).orElse(null),
                deal.lossProposed());
    }

    private static <T> Optional<T> last(List<T> kept) {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
    }
}
