package io.dianmai.lead.lead;

import io.dianmai.kit.aggregate.Refusal;

/** Why a sale does not go the way that was asked. */
final class SaleRefusals {
    static final Refusal ALREADY_LOST =
            Refusal.conflict("lead-already-lost", "The lead was lost already. Open it again before anything else.");
    static final Refusal ALREADY_DELIVERED =
            Refusal.conflict("lead-already-delivered", "The vehicle was delivered already.");
    static final Refusal NOT_LOST = Refusal.conflict("lead-not-lost", "Only a lead that was lost can be opened again.");

    static final Refusal TEST_DRIVE_AHEAD = Refusal.invalid(
            "test-drive-in-the-future", "The test drive would end later than now. Tell of it once it is over.");

    static final Refusal QUOTE_KNOWN = Refusal.conflict(
            "quote-already-given", "The lead has a quote by this reference. Another quote needs one of its own.");
    static final Refusal DISCOUNT_ABOVE_PRICE = Refusal.invalid(
            "discount-above-price",
            "The discount is more than what is left to pay. Check both amounts; they are in fen.");
    static final Refusal QUOTE_EXPIRED = Refusal.invalid(
            "quote-expired", "The quote would have ended before it was given. Check until when it holds.");

    static final Refusal PAYMENT_KNOWN = Refusal.conflict(
            "payment-already-received", "The order has a payment by this reference. Another needs one of its own.");
    static final Refusal PAYMENT_OF_NOTHING =
            Refusal.invalid("payment-of-nothing", "A payment has an amount; one that was given back is negative.");
    static final Refusal PAYMENT_ABOVE_OUTSTANDING = Refusal.conflict(
            "payment-above-outstanding", "The payment is more than what is still to be paid for the order.");
    static final Refusal REFUND_ABOVE_PAID =
            Refusal.conflict("refund-above-paid", "More would be given back than was paid for the order.");
    static final Refusal TOO_MANY_PAYMENTS = Refusal.conflict(
            "too-many-payments", "The order has " + OrderBook.MOST_PAYMENTS + " payments. Put further ones together.");
    static final Refusal EXPECTED_AND_UNKNOWN =
            Refusal.invalid("order-change-contradicts-itself", "A time is either expected or unknown. Name it once.");

    static final Refusal ORDERED_NOT_GIVEN_UP = Refusal.conflict(
            "ordered-lead-not-given-up", "The customer has ordered. Cancel the order before you give the lead up.");
    static final Refusal LOSS_WAITS =
            Refusal.conflict("loss-already-proposed", "A loss was proposed already and waits for a manager.");
    static final Refusal NO_LOSS_WAITS =
            Refusal.conflict("no-loss-proposed", "No loss of this lead waits for a manager.");

    private SaleRefusals() {}

    static Refusal tooFewContacts(int minimum, int had) {
        return Refusal.conflict(
                "too-few-contacts",
                "Nobody gives up a lead before %d effective contacts; %d missing.".formatted(minimum, minimum - had));
    }

    /** Why a closed lead takes no change. */
    static Refusal closed(Stage stage, LeadCommand command) {
        return switch (command) {
            case LeadCommand.Loss _, SaleCommand.LossProposal _ when stage == Stage.LOST -> ALREADY_LOST;
            case LeadCommand.Delivery _ when stage == Stage.DELIVERED -> ALREADY_DELIVERED;
            case LeadCommand _ -> LeadRefusals.CLOSED;
        };
    }
}
