package io.dianmai.lead.sale;

import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.lead.Lead;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order of a lead as it is shown. Amounts are in fen; they are absent of an order that was signed before they were kept.
 *
 * @param paid the deposit and all payments, less what was given back
 * @param outstanding what is still to be paid; nothing of an order that was taken back
 * @param overpaid what was paid above the price; of an order that was taken back, all that is to be given back
 * @param payments those after the deposit, in the order in which they were told
 */
record OrderView(
        String orderRef,
        @Nullable String model,
        @Nullable Instant signedAt,
        @Nullable Long price,
        @Nullable Long deposit,
        @Nullable Boolean financed,
        @Nullable OrderTerms terms,
        @Nullable Instant expectedDelivery,
        @Nullable Instant expectedPayment,
        @Nullable Long paid,
        @Nullable Long outstanding,
        @Nullable Long overpaid,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        List<PaymentView> payments) {

    record PaymentView(String paymentRef, Instant at, long amount) {}

    /** The order that stands, then those that were taken back, newest first. */
    static List<OrderView> of(Lead lead) {
        String standing = lead.progress().orderId();
        Stream<OrderView> first = standing == null
                ? Stream.empty()
                : Stream.of(lead.account(standing).map(OrderView::of).orElseGet(() -> notKept(standing)));
        return Stream.concat(
                        first,
                        lead.soFar().cancelledOrders().reversed().stream().map(OrderView::of))
                .toList();
    }

    private static OrderView of(Account account) {
        long due = account.cancelled() ? 0 : account.price();
        return new OrderView(
                account.orderId(),
                account.model(),
                account.signedAt(),
                account.price(),
                account.deposit(),
                account.financed(),
                account.terms(),
                account.expectedDelivery(),
                account.expectedPayment(),
                account.paid(),
                account.outstanding(),
                Math.max(0, account.paid() - due),
                account.cancelledAt(),
                account.cancelReason(),
                account.receipts().stream()
                        .map(receipt -> new PaymentView(receipt.paymentId(), receipt.at(), receipt.amount()))
                        .toList());
    }

    private static OrderView notKept(String orderRef) {
        return new OrderView(
                orderRef, null, null, null, null, null, null, null, null, null, null, null, null, null, List.of());
    }
}
