package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LossReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of a lead between the first contact and the end of its sale, besides order and delivery. */
public sealed interface SaleCommand extends LeadCommand {

    /** 有效跟进: somebody really spoke with the customer. */
    record EffectiveContact() implements SaleCommand {}

    /**
     * 收款: money came in for an order, or was given back. It may come after the delivery.
     *
     * @param amount in fen; negative when money was given back
     * @param stated by a store system, whose books are right; a person who names too much has slipped
     */
    record Payment(String orderId, String paymentId, long amount, boolean stated) implements SaleCommand {}

    /** 战败激活: a lost customer was won back. */
    record Reactivation() implements SaleCommand {}

    /** What only an open lead allows. */
    sealed interface Step extends SaleCommand {}

    /**
     * 报价.
     *
     * @param price in fen, what the customer would pay
     * @param discount in fen, off the list price
     * @param validUntil absent for no end
     */
    record Quotation(
            String quoteId,
            String model,
            long price,
            long discount,
            boolean financed,
            @Nullable Instant validUntil) implements Step {
        public Quotation {
            validUntil = asKept(validUntil);
        }
    }

    /** What is expected of an order. */
    enum Expectation {
        DELIVERY,
        PAYMENT
    }

    /**
     * An order is expected to be delivered or paid for at another time. What is absent stays.
     *
     * @param unknown of what no time is known any more
     */
    record OrderChange(
            String orderId,
            @Nullable Instant expectedDelivery,
            @Nullable Instant expectedPayment,
            Set<Expectation> unknown)
            implements Step {
        public OrderChange {
            expectedDelivery = asKept(expectedDelivery);
            expectedPayment = asKept(expectedPayment);
            unknown = Set.copyOf(unknown);
        }
    }

    /**
     * 战败申请: an advisor gives the lead up.
     *
     * @param advisorId who does
     * @param minimumContacts effective contacts that there must have been
     * @param review whether a manager has to agree
     */
    record LossProposal(
            LossReason reason,
            @Nullable String competitorModel,
            @Nullable String advisorId,
            int minimumContacts,
            boolean review)
            implements Step {}

    /**
     * 战败审核: a manager agrees to a loss that was proposed, or does not.
     *
     * @param note in words, without personal data
     */
    record LossReview(
            boolean accept, String reviewerId, @Nullable String note) implements Step {}

    /** What is kept has milliseconds: what is told of it must not have more. */
    private static @Nullable Instant asKept(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }
}
