package io.dianmai.lead.deal;

import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.OrderTerms;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account of one order: what it costs and what was paid for it, as far as it was told. All amounts are in fen.
 *
 * @param deposit paid when the order was signed
 * @param expectedPayment when the rest of the price is expected
 * @param receipts payments after the deposit
 * @param settledAt when nothing was left to be paid; absent while something is
 * @param cancelledAt absent while the order stands
 */
public record Account(
        String orderId,
        String model,
        Instant signedAt,
        long price,
        long deposit,
        boolean financed,
        @Nullable OrderTerms terms,
        @Nullable Instant expectedDelivery,
        @Nullable Instant expectedPayment,
        List<Receipt> receipts,
        @Nullable Instant settledAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason) {

    public Account {
        receipts = List.copyOf(Objects.requireNonNullElse(receipts, List.of()));
    }

    public static Account of(LeadOrdered order, Instant signedAt) {
        return new Account(
                        order.orderId(),
                        Objects.requireNonNullElse(order.dimensions().model(), ""),
                        signedAt,
                        order.price(),
                        order.deposit(),
                        order.financed(),
                        order.terms(),
                        order.expectedDelivery(),
                        order.expectedPayment(),
                        List.of(),
                        null,
                        null,
                        null)
                .settled(signedAt);
    }

    /** The deposit and everything since, less what was given back. */
    public long paid() {
        return deposit + receipts.stream().mapToLong(Receipt::amount).sum();
    }

    /** What is still to be paid: nothing of an order that was taken back, nor of one that was paid too much for. */
    public long outstanding() {
        return cancelledAt == null ? Math.max(0, price - paid()) : 0;
    }

    public boolean cancelled() {
        return cancelledAt != null;
    }

    public boolean has(String paymentId) {
        return receipts.stream().anyMatch(receipt -> receipt.paymentId().equals(paymentId));
    }

    public Account with(Receipt receipt) {
        List<Receipt> all = Stream.concat(receipts.stream(), Stream.of(receipt)).toList();
        return new Account(
                        orderId,
                        model,
                        signedAt,
                        price,
                        deposit,
                        financed,
                        terms,
                        expectedDelivery,
                        expectedPayment,
                        all,
                        settledAt,
                        cancelledAt,
                        cancelReason)
                .settled(receipt.at());
    }

    public Account expecting(@Nullable Instant delivery, @Nullable Instant payment) {
        return new Account(
                orderId,
                model,
                signedAt,
                price,
                deposit,
                financed,
                terms,
                delivery,
                payment,
                receipts,
                settledAt,
                cancelledAt,
                cancelReason);
    }

    public Account cancelled(Instant at, @Nullable String reason) {
        return new Account(
                orderId,
                model,
                signedAt,
                price,
                deposit,
                financed,
                terms,
                expectedDelivery,
                expectedPayment,
                receipts,
                settledAt,
                at,
                reason);
    }

    Account wordless() {
        return cancelledAt == null ? this : cancelled(cancelledAt, null);
    }

    private Account settled(Instant at) {
        Instant since = outstanding() > 0 ? null : settledAt == null ? at : settledAt;
        return new Account(
                orderId,
                model,
                signedAt,
                price,
                deposit,
                financed,
                terms,
                expectedDelivery,
                expectedPayment,
                receipts,
                since,
                cancelledAt,
                cancelReason);
    }
}
