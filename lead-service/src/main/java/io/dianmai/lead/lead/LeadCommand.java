package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.Consent;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a lead, whoever asks: a store system, a person or a reminder. */
public sealed interface LeadCommand
        permits LeadCommand.Registration,
                LeadCommand.StoreVisit,
                LeadCommand.ResponseLapse,
                LeadCommand.ContactLapse,
                LeadCommand.IdleLapse,
                LeadCommand.HandOver,
                LeadCommand.Change,
                CardCommand {

    /**
     * 留档: puts a customer on file.
     *
     * @param reference the store system's own id of the lead
     * @param advisorId who shall own it; when absent, or gone, the store's rule decides
     * @param interest what the customer wants, as far as it was told
     * @param consent what the customer has agreed to
     * @param clash another store was first; not told by anybody, but found out
     */
    record Registration(
            @Nullable String reference,
            Channel channel,
            CustomerClass customerClass,
            MaskedCustomer customer,
            @Nullable String model,
            @Nullable String activityId,
            @Nullable String advisorId,
            List<GradingCriterion> criteria,
            @Nullable Interest interest,
            @Nullable Consent consent,
            @Nullable Clash clash)
            implements LeadCommand {
        public Registration {
            criteria = List.copyOf(criteria);
        }

        /** Of a customer of whom no more is known. */
        public Registration(
                @Nullable String reference,
                Channel channel,
                CustomerClass customerClass,
                MaskedCustomer customer,
                @Nullable String model,
                @Nullable String activityId,
                @Nullable String advisorId,
                List<GradingCriterion> criteria) {
            this(reference, channel, customerClass, customer, model, activityId, advisorId, criteria, null, null, null);
        }

        /** The model asked for, wherever it was told. */
        @Nullable
        String wantedModel() {
            return model == null && interest != null ? interest.model() : model;
        }

        Registration clashing(Clash with) {
            return new Registration(
                    reference,
                    channel,
                    customerClass,
                    customer,
                    model,
                    activityId,
                    advisorId,
                    criteria,
                    interest,
                    consent,
                    with);
        }
    }

    /** The customer came to the store: taken down whatever the stage. */
    record StoreVisit() implements LeadCommand {}

    /**
     * Nobody responded in time: the lead goes to the next consultant, if that is still so and there is one.
     *
     * @param ownerId who had it then, where the reminder says so
     */
    record ResponseLapse(@Nullable String ownerId) implements LeadCommand {}

    /**
     * Nobody kept up the contact: the lead goes to the next consultant, if that is still so and there is one.
     *
     * @param ownerId who had it then, where the reminder says so
     * @param dueAt until when somebody should have spoken with the customer
     * @param firedAt when that was found out
     */
    record ContactLapse(@Nullable String ownerId, Instant dueAt, Instant firedAt) implements LeadCommand {}

    /**
     * 一个月无有效跟进: for too long nothing was done about the lead. It goes back to the company, if that is still so.
     *
     * @param ownerId who had it then, where the reminder says so
     * @param dueAt until when something should have been done
     * @param firedAt when that was found out
     */
    record IdleLapse(@Nullable String ownerId, Instant dueAt, Instant firedAt) implements LeadCommand {}

    /**
     * An advisor leaves: what is open goes to somebody else. Nothing happens to a lead that is no longer his.
     *
     * @param to absent: dealt by the store's rule; where there is nobody, a lead without an order goes to the pool
     */
    record HandOver(String from, @Nullable String to) implements LeadCommand {}

    /** What only an open lead allows. */
    sealed interface Change extends LeadCommand {}

    /** Gives the lead to an advisor. */
    record Assignment(String advisorId) implements Change {}

    /** 公海回收: a manager takes the lead back for the company. */
    record Recall() implements Change {}

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
            @Nullable Instant expectedDelivery,
            @Nullable Instant expectedPayment)
            implements Change {
        public Order {
            expectedDelivery = asKept(expectedDelivery);
            expectedPayment = asKept(expectedPayment);
        }

        /** What is kept of an order has milliseconds: what is told of it must not have more. */
        private static @Nullable Instant asKept(@Nullable Instant expected) {
            return expected == null ? null : expected.truncatedTo(ChronoUnit.MILLIS);
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
