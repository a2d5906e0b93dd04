package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.Consent;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.OrderTerms;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a lead, whoever asks: a store system, a person or a reminder. */
public sealed interface LeadCommand
        permits LeadCommand.Registration,
                LeadCommand.StoreVisit,
                LeadCommand.Lapse,
                LeadCommand.HandOver,
                LeadCommand.Change,
                CardCommand,
                SaleCommand {

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
     * What a lead waits for was not done in time. Who takes over is one of those who are at work when that is found out, which after an
     * outage is later than when it happened.
     */
    sealed interface Lapse extends LeadCommand {
        /** Who had it then, where the reminder says so. */
        @Nullable
        String ownerId();

        /** When it was found out. */
        Instant firedAt();
    }

    /**
     * Nobody responded in time: the lead goes to the next consultant, if that is still so and there is one.
     *
     * @param ownerId who had it then, where the reminder says so
     * @param firedAt when that was found out
     */
    record ResponseLapse(@Nullable String ownerId, Instant firedAt) implements Lapse {}

    /**
     * Nobody kept up the contact: the lead goes to the next consultant, if that is still so and there is one.
     *
     * @param ownerId who had it then, where the reminder says so
     * @param dueAt until when somebody should have spoken with the customer
     * @param firedAt when that was found out
     */
    record ContactLapse(@Nullable String ownerId, Instant dueAt, Instant firedAt) implements Lapse {}

    /**
     * 一个月无有效跟进: for too long nothing was done about the lead. It goes back to the company, if that is still so.
     *
     * @param ownerId who had it then, where the reminder says so
     * @param dueAt until when something should have been done
     * @param firedAt when that was found out
     */
    record IdleLapse(@Nullable String ownerId, Instant dueAt, Instant firedAt) implements Lapse {}

    /**
     * An advisor leaves: what is open goes to somebody else. Nothing happens to a lead that is no longer his.
     *
     * @param to absent: dealt by the store's rule; where there is nobody, a lead without an order goes to the pool
     * @param note why, in words
     */
    record HandOver(
            String from, @Nullable String to, @Nullable String note) implements LeadCommand {
        /** Without words. */
        public HandOver(String from, @Nullable String to) {
            this(from, to, null);
        }
    }

    /** What only an open lead allows. */
    sealed interface Change extends LeadCommand
            permits Assignment, Recall, Assessment, TestDrive, Order, Cancellation, Delivery, Loss, PoolCommand {}

    /**
     * Gives the lead to an advisor.
     *
     * @param note why, in words
     * @param overCapacity also to somebody who has as many as one may have
     */
    record Assignment(String advisorId, @Nullable String note, boolean overCapacity) implements Change {
        /** As a store system states it: what has happened knows no capacity. */
        public Assignment(String advisorId) {
            this(advisorId, null, true);
        }
    }

    /**
     * 公海回收: a manager takes the lead back for the company.
     *
     * @param note why, in words
     */
    record Recall(@Nullable String note) implements Change {
        /** Without words. */
        public Recall() {
            this(null);
        }
    }

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

    /**
     * 试乘试驾.
     *
     * @param vehicleRef which test car
     * @param rating 1 to 5, by the customer
     * @param toldAt when somebody told of it: it cannot end later; absent where nobody knows
     */
    record TestDrive(
            String model,
            Instant startedAt,
            Instant endedAt,
            @Nullable String vehicleRef,
            @Nullable String route,
            @Nullable Integer rating,
            @Nullable String feedback,
            @Nullable Instant toldAt)
            implements Change {
        public TestDrive {
            startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
            endedAt = endedAt.truncatedTo(ChronoUnit.MILLIS);
        }

        /** Of which no more is known. */
        public TestDrive(String model, Instant startedAt, Instant endedAt) {
            this(model, startedAt, endedAt, null, null, null, null, null);
        }
    }

    /**
     * An order was signed.
     *
     * @param price in fen
     * @param deposit in fen
     * @param terms what the order says beyond that
     */
    record Order(
            String orderId,
            String model,
            long price,
            long deposit,
            boolean financed,
            @Nullable Instant expectedDelivery,
            @Nullable Instant expectedPayment,
            @Nullable OrderTerms terms)
            implements Change {
        public Order {
            expectedDelivery = asKept(expectedDelivery);
            expectedPayment = asKept(expectedPayment);
        }

        /** Of which no more is known. */
        public Order(
                String orderId,
                String model,
                long price,
                long deposit,
                boolean financed,
                @Nullable Instant expectedDelivery,
                @Nullable Instant expectedPayment) {
            this(orderId, model, price, deposit, financed, expectedDelivery, expectedPayment, null);
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
     * @param stockVehicleRef which vehicle in stock; when absent, the one that the order is for
     */
    record Delivery(
            String orderId,
            long grossProfit,
            long accessoryRevenue,
            boolean newEnergy,
            boolean flagship,
            boolean insured,
            int stockAgeDays,
            @Nullable String stockVehicleRef)
            implements Change {
        /** Of the vehicle that the order is for. */
        public Delivery(
                String orderId,
                long grossProfit,
                long accessoryRevenue,
                boolean newEnergy,
                boolean flagship,
                boolean insured,
                int stockAgeDays) {
            this(orderId, grossProfit, accessoryRevenue, newEnergy, flagship, insured, stockAgeDays, null);
        }
    }

    /** 战败, for good: a store system or a manager says so. An advisor proposes it, see {@link SaleCommand}. */
    record Loss(LossReason reason, @Nullable String competitorModel) implements Change {}
}
