package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a lead, whoever asks: a store system, a person or a reminder. */
public sealed interface LeadCommand {

    /**
     * 留档: puts a customer on file.
     *
     * @param reference the store system's own id of the lead
     * @param advisorId who shall own it; when absent, or gone, the store's rule decides
     */
    record Registration(
            @Nullable String reference,
            Channel channel,
            CustomerClass customerClass,
            MaskedCustomer customer,
            @Nullable String model,
            @Nullable String activityId,
            @Nullable String advisorId,
            List<GradingCriterion> criteria)
            implements LeadCommand {
        public Registration {
            criteria = List.copyOf(criteria);
        }
    }

    /** The customer came to the store: taken down whatever the stage. */
    record StoreVisit() implements LeadCommand {}

    /** Nobody responded in time: the lead goes to the next consultant, if it is still open and there is one. */
    record ResponseLapse() implements LeadCommand {}

    /** What only an open lead allows. */
    sealed interface Change extends LeadCommand {}

    /** Gives the lead to an advisor. */
    record Assignment(String advisorId) implements Change {}

    /**
     * Grades the lead.
     *
     * @param criteria what was observed
     * @param level the advisor's own judgement, if any; against the criteria it needs a reason
     */
    record Assessment(
            List<GradingCriterion> criteria,
            @Nullable Level level,
            @Nullable String reason) implements Change {
        public Assessment {
            criteria = List.copyOf(criteria);
        }
    }

    /** 试乘试驾. */
    record TestDrive(String model, Instant startedAt, Instant endedAt) implements Change {}

    /**
     * An order was signed.
     *
     * @param price in fen
     * @param deposit in fen
     */
    record Order(
            String orderId,
            String model,
            long price,
            long deposit,
            boolean financed,
            @Nullable Instant expectedDelivery)
            implements Change {
        public Order {
            // What is kept of an order has milliseconds: what is told of it must not have more.
            expectedDelivery = expectedDelivery == null ? null : expectedDelivery.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** 退订: the order is taken back before delivery. */
    record Cancellation(String orderId, @Nullable String reason) implements Change {}

    /**
     * The vehicle was handed to its owner.
     *
     * @param grossProfit in fen, may be negative
     * @param accessoryRevenue in fen
     */
    record Delivery(
            String orderId,
            long grossProfit,
            long accessoryRevenue,
            boolean newEnergy,
            boolean flagship,
            boolean insured,
            int stockAgeDays)
            implements Change {}

    /** 战败. */
    record Loss(LossReason reason, @Nullable String competitorModel) implements Change {}
}
