package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.lead.SaleCommand.EffectiveContact;
import io.dianmai.lead.lead.SaleCommand.LossProposal;
import io.dianmai.lead.lead.SaleCommand.LossReview;
import io.dianmai.lead.lead.SaleCommand.OrderChange;
import io.dianmai.lead.lead.SaleCommand.Payment;
import io.dianmai.lead.lead.SaleCommand.Quotation;
import io.dianmai.lead.lead.SaleCommand.Reactivation;
import io.dianmai.lead.lead.SaleCommand.Step;
import java.time.Instant;

/** 洽谈: what is asked of a lead on its way from the first contact to an order, or to a loss. */
final class SaleWork {
    private SaleWork() {}

    static Decision<LeadEvent> decide(Lead lead, SaleCommand command, Circumstances now) {
        return switch (command) {
            case EffectiveContact _ -> contact(lead, now.time());
            case Payment payment -> OrderBook.pay(lead, payment, now.time());
            case Reactivation _ -> Losing.reactivate(lead, now);
            case Step step -> {
                Stage stage = lead.progress().stage();
                yield stage.closed() ? refuse(SaleRefusals.closed(stage, step)) : decide(lead, step, now);
            }
        };
    }

    private static Decision<LeadEvent> decide(Lead lead, Step step, Circumstances now) {
        return switch (step) {
            case Quotation quotation -> quote(lead, quotation, now.time());
            case OrderChange change -> OrderBook.change(lead, change);
            case LossProposal proposal -> Losing.propose(lead, proposal);
            case LossReview review -> Losing.review(lead, review);
        };
    }

    /** The first one is told; all are counted, see {@link SaleBehaviour#keeping}. */
    private static Decision<LeadEvent> contact(Lead lead, Instant at) {
        boolean news = lead.soFar().contacts().firstAt() == null && lead.openAt(at);
        return news ? accept(new LeadContacted(lead.dimensions())) : accept();
    }

    private static Decision<LeadEvent> quote(Lead lead, Quotation quote, Instant at) {
        if (lead.soFar().hasQuote(quote.quoteId())) {
            return refuse(SaleRefusals.QUOTE_KNOWN);
        }
        if (quote.discount() > quote.price()) {
            return refuse(SaleRefusals.DISCOUNT_ABOVE_PRICE);
        }
        if (quote.validUntil() != null && quote.validUntil().isBefore(at)) {
            return refuse(SaleRefusals.QUOTE_EXPIRED);
        }
        return accept(new LeadQuoted(
                lead.dimensions(),
                quote.quoteId(),
                quote.model(),
                quote.price(),
                quote.discount(),
                quote.financed(),
                quote.validUntil(),
                lead.soFar().quotesGiven() + 1));
    }
}
