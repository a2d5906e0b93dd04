package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.deal.Receipt;
import io.dianmai.lead.lead.SaleCommand.Expectation;
import io.dianmai.lead.lead.SaleCommand.OrderChange;
import io.dianmai.lead.lead.SaleCommand.Payment;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 订单: what is paid for an order, and when money and vehicle are expected. */
final class OrderBook {
    /** Instalments are the bank's; a dealer sees a handful of payments. This bounds the document. */
    static final int MOST_PAYMENTS = 200;

    private OrderBook() {}

    static Decision<LeadEvent> change(Lead lead, OrderChange change) {
        Optional<Refusal> objection =
                Sale.objection(lead.progress(), change.orderId()).or(() -> contradiction(change));
        if (objection.isPresent()) {
            return refuse(objection.get());
        }
        return lead.account(change.orderId())
                .map(account -> change(lead, account, change))
                .orElseGet(() -> refuse(LeadRefusals.ORDER_NOT_KEPT));
    }

    private static Decision<LeadEvent> change(Lead lead, Account account, OrderChange change) {
        Set<Expectation> unknown = change.unknown();
        Account next = account.expecting(
                unknown.contains(Expectation.DELIVERY)
                        ? null
                        : orElse(change.expectedDelivery(), account.expectedDelivery()),
                unknown.contains(Expectation.PAYMENT)
                        ? null
                        : orElse(change.expectedPayment(), account.expectedPayment()));
        return next.equals(account)
                ? accept()
                : accept(new LeadOrderChanged(
                        lead.dimensions(),
                        account.orderId(),
                        account.outstanding(),
                        next.expectedDelivery(),
                        next.expectedPayment(),
                        account.expectedDelivery(),
                        account.expectedPayment()));
    }

    private static Optional<Refusal> contradiction(OrderChange change) {
        boolean both = (change.expectedDelivery() != null && change.unknown().contains(Expectation.DELIVERY))
                || (change.expectedPayment() != null && change.unknown().contains(Expectation.PAYMENT));
        return both ? Optional.of(SaleRefusals.EXPECTED_AND_UNKNOWN) : Optional.empty();
    }

    static Decision<LeadEvent> pay(Lead lead, Payment payment, Instant at) {
        Account account = lead.account(payment.orderId()).orElse(null);
        if (account == null) {
            return refuse(Sale.objection(lead.progress(), payment.orderId()).orElse(LeadRefusals.ORDER_NOT_KEPT));
        }
        return impossible(account, payment)
                .or(() -> payment.stated() ? Optional.empty() : slip(lead, account, payment))
                .map(Decision::<LeadEvent>refuse)
                .orElseGet(() -> accept(received(lead, account, payment, at)));
    }

    private static LeadPaymentReceived received(Lead lead, Account account, Payment payment, Instant at) {
        Account next = account.with(new Receipt(payment.paymentId(), at, payment.amount()));
        return new LeadPaymentReceived(
                lead.dimensions(),
                account.orderId(),
                payment.paymentId(),
                payment.amount(),
                next.outstanding(),
                account.outstanding(),
                account.cancelled() ? null : account.expectedPayment());
    }

    private static Optional<Refusal> impossible(Account account, Payment payment) {
        if (payment.amount() == 0) {
            return Optional.of(SaleRefusals.PAYMENT_OF_NOTHING);
        }
        if (account.has(payment.paymentId())) {
            return Optional.of(SaleRefusals.PAYMENT_KNOWN);
        }
        return account.receipts().size() >= MOST_PAYMENTS
                ? Optional.of(SaleRefusals.TOO_MANY_PAYMENTS)
                : Optional.empty();
    }

    /** What a person is asked to look at again. Money for what is not sold any more can only be given back. */
    private static Optional<Refusal> slip(Lead lead, Account account, Payment payment) {
        if (payment.amount() < 0) {
            return -payment.amount() > account.paid() ? Optional.of(SaleRefusals.REFUND_ABOVE_PAID) : Optional.empty();
        }
        if (account.cancelled()) {
            return Optional.of(LeadRefusals.ORDER_CANCELLED);
        }
        Stage stage = lead.progress().stage();
        if (stage.closed() && stage != Stage.DELIVERED) {
            return Optional.of(LeadRefusals.CLOSED);
        }
        return payment.amount() > account.outstanding()
                ? Optional.of(SaleRefusals.PAYMENT_ABOVE_OUTSTANDING)
                : Optional.empty();
    }

    private static @Nullable Instant orElse(@Nullable Instant now, @Nullable Instant before) {
        return now == null ? before : now;
    }
}
