package io.dianmai.lead.sale;

import io.dianmai.contracts.fact.CustomerLost;
import io.dianmai.contracts.fact.OrderCancelled;
import io.dianmai.contracts.fact.OrderChanged;
import io.dianmai.contracts.fact.OrderSigned;
import io.dianmai.contracts.fact.PaymentReceived;
import io.dianmai.contracts.fact.QuoteGiven;
import io.dianmai.contracts.fact.TestDriveTaken;
import io.dianmai.contracts.fact.VehicleDelivered;
import io.dianmai.lead.lead.LeadCommand;
import io.dianmai.lead.lead.LeadCommand.Cancellation;
import io.dianmai.lead.lead.LeadCommand.Delivery;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.Order;
import io.dianmai.lead.lead.LeadCommand.TestDrive;
import io.dianmai.lead.lead.SaleCommand.Expectation;
import io.dianmai.lead.lead.SaleCommand.OrderChange;
import io.dianmai.lead.lead.SaleCommand.Payment;
import io.dianmai.lead.lead.SaleCommand.Quotation;
import java.time.Instant;
import java.util.EnumSet;

/** What the facts of a sale ask of its lead. */
public final class SaleFacts {
    private SaleFacts() {}

    /** {@code toldAt}: when the platform first heard of it. */
    public static LeadCommand testDrive(TestDriveTaken fact, Instant toldAt) {
        return new TestDrive(
                fact.model(),
                fact.startedAt(),
                fact.endedAt(),
                fact.vehicleRef(),
                fact.route(),
                fact.rating(),
                fact.feedback(),
                toldAt);
    }

    public static LeadCommand quotation(QuoteGiven fact) {
        return new Quotation(
                fact.quoteRef(), fact.model(), fact.price(), fact.discount(), fact.financed(), fact.validUntil());
    }

    public static LeadCommand order(OrderSigned fact) {
        return new Order(
                fact.orderRef(),
                fact.model(),
                fact.price(),
                fact.deposit(),
                fact.financed(),
                fact.expectedDelivery(),
                fact.expectedPayment(),
                fact.terms());
    }

    /** A store system tells both times as they are now: what is absent is not known any more. */
    public static LeadCommand orderChange(OrderChanged fact) {
        var unknown = EnumSet.noneOf(Expectation.class);
        if (fact.expectedDelivery() == null) {
            unknown.add(Expectation.DELIVERY);
        }
        if (fact.expectedPayment() == null) {
            unknown.add(Expectation.PAYMENT);
        }
        return new OrderChange(fact.orderRef(), fact.expectedDelivery(), fact.expectedPayment(), unknown);
    }

    public static LeadCommand payment(PaymentReceived fact) {
        return new Payment(fact.orderRef(), fact.paymentRef(), fact.amount(), true);
    }

    public static LeadCommand cancellation(OrderCancelled fact) {
        return new Cancellation(fact.orderRef(), fact.reason());
    }

    public static LeadCommand delivery(VehicleDelivered fact) {
        return new Delivery(
                fact.orderRef(),
                fact.grossProfit(),
                fact.accessoryRevenue(),
                fact.newEnergy(),
                fact.flagship(),
                fact.insured(),
                fact.stockAgeDays());
    }

    public static LeadCommand loss(CustomerLost fact) {
        return new Loss(fact.reason(), fact.competitorModel());
    }
}
