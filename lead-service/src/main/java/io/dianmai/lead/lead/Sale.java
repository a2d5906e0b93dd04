package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.OrderTerms;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.lead.LeadCommand.Cancellation;
import io.dianmai.lead.lead.LeadCommand.Delivery;
import io.dianmai.lead.lead.LeadCommand.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 订车、退订、交车: an open lead is sold a vehicle, takes the order back, or gets what it ordered. */
final class Sale {
    private Sale() {}

    static Decision<LeadEvent> order(Lead lead, Order order, Circumstances now) {
        if (lead.progress().ordered()) {
            return refuse(LeadRefusals.ALREADY_ORDERED);
        }
        if (lead.progress().cancelled(order.orderId())) {
            return refuse(LeadRefusals.ORDER_CANCELLED);
        }
        var sold = lead.dimensionsOf(order.model());
        var events = new ArrayList<LeadEvent>(List.of(new LeadOrdered(
                sold,
                order.orderId(),
                order.price(),
                order.deposit(),
                order.financed(),
                days(lead.registeredAt(), now.time(), now.zone()),
                order.expectedDelivery(),
                order.expectedPayment(),
                order.terms())));
        Grade grade = Grade.ordered(now.grading());
        if (lead.level() != grade.level()) {
            events.add(lead.regraded(sold, grade));
        }
        return accept(events);
    }

    /** The deposit goes back, and with it the level that it had made. */
    static Decision<LeadEvent> cancel(Lead lead, Cancellation cancellation, Circumstances now) {
        Optional<Refusal> objection = objection(lead.progress(), cancellation.orderId());
        if (objection.isPresent()) {
            return refuse(objection.get());
        }
        SignedOrder signed = lead.progress().signed();
        if (signed == null) {
            return refuse(LeadRefusals.ORDER_NOT_KEPT);
        }
        return accept(
                takenBack(lead, cancellation, signed),
                lead.regraded(lead.dimensions(), Grade.byCriteria(now.grading().orderCancelled(), now.grading())));
    }

    /** What is taken back must be what still stood on the books: only the account knows what came in or was put off. */
    private static LeadOrderCancelled takenBack(Lead lead, Cancellation cancellation, SignedOrder signed) {
        Account account = lead.account(cancellation.orderId()).orElseGet(() -> Account.of(signed.told(), signed.at()));
        return new LeadOrderCancelled(
                lead.dimensions(),
                cancellation.orderId(),
                signed.at(),
                signed.told(),
                cancellation.reason(),
                account.outstanding(),
                account.expectedPayment());
    }

    static Decision<LeadEvent> deliver(Lead lead, Delivery delivery) {
        return objection(lead.progress(), delivery.orderId())
                .map(Decision::<LeadEvent>refuse)
                .orElseGet(() -> accept(new LeadDelivered(
                        lead.dimensions(),
                        delivery.orderId(),
                        delivery.grossProfit(),
                        delivery.accessoryRevenue(),
                        delivery.newEnergy(),
                        delivery.flagship(),
                        delivery.insured(),
                        delivery.stockAgeDays(),
                        stockVehicle(lead, delivery))));
    }

    private static @Nullable String stockVehicle(Lead lead, Delivery delivery) {
        return delivery.stockVehicleRef() != null
                ? delivery.stockVehicleRef()
                : lead.account(delivery.orderId())
                        .map(Account::terms)
                        .map(OrderTerms::stockVehicleRef)
                        .orElse(null);
    }

    /** Why nothing can be done with that order, if nothing can. */
    static Optional<Refusal> objection(Progress progress, String orderId) {
        if (progress.cancelled(orderId)) {
            return Optional.of(LeadRefusals.ORDER_CANCELLED);
        }
        if (!progress.ordered()) {
            return Optional.of(LeadRefusals.NOT_ORDERED);
        }
        return orderId.equals(progress.orderId()) ? Optional.empty() : Optional.of(LeadRefusals.OTHER_ORDER);
    }

    /** Calendar days in the store's zone; none for an order that was told with an earlier time than the lead. */
    private static int days(Instant registered, Instant ordered, ZoneId zone) {
        long days = ChronoUnit.DAYS.between(
                registered.atZone(zone).toLocalDate(), ordered.atZone(zone).toLocalDate());
        return Math.toIntExact(Math.max(0, days));
    }
}
