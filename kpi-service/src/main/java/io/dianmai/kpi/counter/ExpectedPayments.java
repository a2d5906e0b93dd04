package io.dianmai.kpi.counter;

import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLossProposed;
import io.dianmai.contracts.lead.LeadLossRefused;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.LeadScored;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.VisitLogged;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 预定收款: the rest of an order's price counts on the day on which it is expected, for the whole store, its channel and
 * its activity; the advisor may be another one by then. It stays there when it is paid, for what came in is held against
 * what was expected. What is not paid moves with its day, and goes away with the order.
 */
final class ExpectedPayments {
    private ExpectedPayments() {}

    static List<Posting> postings(LeadEvent event) {
        return switch (event) {
            case LeadOrdered ordered -> expected(ordered.expectedPayment(), rest(ordered), ordered.dimensions());
            case LeadOrderChanged changed -> moved(changed);
            case LeadOrderCancelled cancelled -> takenBack(cancelled);
            case LeadRegistered _,
                    LeadAssigned _,
                    LeadGraded _,
                    LeadVisited _,
                    LeadTestDriven _,
                    LeadDelivered _,
                    LeadLost _,
                    LeadRecalled _,
                    VisitLogged _,
                    LeadCardUpdated _,
                    LeadRegisteredAgain _,
                    LeadReopened _,
                    LeadClashed _,
                    LeadMerged _,
                    LeadAbsorbed _,
                    LeadScored _,
                    LeadContacted _,
                    LeadQuoted _,
                    LeadPaymentReceived _,
                    LeadLossProposed _,
                    LeadLossRefused _ -> List.of();
        };
    }

    private static List<Posting> moved(LeadOrderChanged changed) {
        Instant before = changed.previousExpectedPayment();
        Instant now = changed.expectedPayment();
        return Objects.equals(before, now)
                ? List.of()
                : Stream.concat(
                                expected(before, -changed.outstanding(), changed.dimensions()).stream(),
                                expected(now, changed.outstanding(), changed.dimensions()).stream())
                        .toList();
    }

    private static List<Posting> takenBack(LeadOrderCancelled cancelled) {
        LeadOrdered ordered = cancelled.ordered();
        Long outstanding = cancelled.outstanding();
        return outstanding == null
                ? expected(ordered.expectedPayment(), -rest(ordered), ordered.dimensions())
                : expected(cancelled.expectedPayment(), -outstanding, ordered.dimensions());
    }

    private static long rest(LeadOrdered ordered) {
        return ordered.price() - ordered.deposit();
    }

    private static List<Posting> expected(@Nullable Instant day, long amount, LeadDimensions dimensions) {
        return day == null
                ? List.of()
                : new Amounts().add(Counter.PAYMENTS_EXPECTED, amount).at(day, Slice.lasting(dimensions));
    }
}
