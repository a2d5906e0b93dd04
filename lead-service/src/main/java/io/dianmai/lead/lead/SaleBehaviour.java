package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.deal.Deal;
import io.dianmai.lead.deal.Drive;
import io.dianmai.lead.deal.PastLoss;
import io.dianmai.lead.deal.Quote;
import io.dianmai.lead.deal.Receipt;
import io.dianmai.lead.lead.LeadCommand.TestDrive;
import io.dianmai.lead.lead.SaleCommand.EffectiveContact;
import io.dianmai.lead.lead.SaleCommand.LossReview;
import java.time.Instant;

/** How a sale follows from the events of its lead. */
final class SaleBehaviour {
    private SaleBehaviour() {}

    static Lead contacted(Lead lead, Instant time) {
        return lead.with(lead.progress().contacted()).with(lead.soFar().contactedFirst(time));
    }

    static Lead testDriven(Lead lead, LeadTestDriven event, Instant time) {
        return lead.with(lead.progress().testDriven())
                .with(lead.soFar().with(Drive.of(event)))
                .activeAt(time);
    }

    static Lead quoted(Lead lead, LeadQuoted event, Instant time) {
        return lead.with(lead.progress().quoted()).with(lead.soFar().with(Quote.of(event, time)));
    }

    static Lead ordered(Lead lead, LeadOrdered event, Instant time) {
        return lead.with(event.dimensions())
                .with(lead.progress().ordered(event, time))
                .with(lead.soFar().ordered(Account.of(event, time)));
    }

    static Lead changed(Lead lead, LeadOrderChanged event) {
        return lead.account(event.orderId())
                .map(account -> account.expecting(event.expectedDelivery(), event.expectedPayment()))
                .map(account -> lead.with(lead.soFar().with(account)))
                .orElse(lead);
    }

    static Lead paid(Lead lead, LeadPaymentReceived event, Instant time) {
        return lead.account(event.orderId())
                .map(account -> account.with(new Receipt(event.paymentId(), time, event.amount())))
                .map(account -> lead.with(lead.soFar().with(account)))
                .orElse(lead);
    }

    /** The lead stands where everything but the order has brought it. */
    static Lead cancelled(Lead lead, LeadOrderCancelled event, Instant time) {
        Deal deal = lead.account(event.orderId())
                .map(account -> lead.soFar().cancelled(account.cancelled(time, event.reason())))
                .orElse(lead.soFar());
        return lead.with(lead.progress().orderCancelled(event.orderId(), deal))
                .with(deal)
                .activeAt(time);
    }

    static Lead delivered(Lead lead, Instant time) {
        return lead.with(lead.progress().delivered()).with(lead.soFar().delivered(time));
    }

    static Lead lost(Lead lead, LeadLost event, Instant time) {
        return lead.with(lead.progress().lost(event.reason())).with(lead.soFar().lost(PastLoss.of(event, time)));
    }

    /** Whoever opens a lead again begins anew with it. */
    static Lead reopened(Lead lead, Instant time) {
        Deal deal = lead.soFar().reopened();
        return lead.with(lead.progress().reopened(deal)).with(deal).activeAt(time);
    }

    /** What is kept of a command besides its events: what they need not carry, or what is counted and not told. */
    static Lead keeping(Lead lead, LeadCommand asked, Instant time) {
        return switch (asked) {
            case EffectiveContact _
            when lead.openAt(time) -> lead.with(lead.soFar().contacted(time)).activeAt(time);
            case TestDrive drive -> lead.with(lead.soFar().drivenSince(drive.startedAt()));
            case LossReview review
            when review.accept() -> lead.with(lead.soFar().lossNoted(review.note()));
            case LeadCommand _ -> lead;
        };
    }
}
