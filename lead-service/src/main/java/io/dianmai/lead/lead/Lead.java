package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.deal.Deal;
import io.dianmai.lead.lead.LeadCommand.Assessment;
import io.dianmai.lead.lead.LeadCommand.Assignment;
import io.dianmai.lead.lead.LeadCommand.Cancellation;
import io.dianmai.lead.lead.LeadCommand.Change;
import io.dianmai.lead.lead.LeadCommand.ContactLapse;
import io.dianmai.lead.lead.LeadCommand.Delivery;
import io.dianmai.lead.lead.LeadCommand.HandOver;
import io.dianmai.lead.lead.LeadCommand.IdleLapse;
import io.dianmai.lead.lead.LeadCommand.Loss;
import io.dianmai.lead.lead.LeadCommand.Order;
import io.dianmai.lead.lead.LeadCommand.Recall;
import io.dianmai.lead.lead.LeadCommand.Registration;
import io.dianmai.lead.lead.LeadCommand.ResponseLapse;
import io.dianmai.lead.lead.LeadCommand.StoreVisit;
import io.dianmai.lead.lead.LeadCommand.TestDrive;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 线索: somebody who might buy, on file at one store, with whoever owns the customer and how likely a sale is. Times of
 * its commands may come in any order, for facts may be told late.
 *
 * @param reference the store system's own id
 * @param dimensions with the present advisor, team and model
 * @param grade absent only between the first two events
 * @param activity the last that was done about it; absent in leads stored before it was kept
 * @param recalled present while it waits in the company pool
 * @param deal what the sale has come to; absent while nothing has
 */
public record Lead(
        @Nullable String reference,
        CustomerClass customerClass,
        MaskedCustomer customer,
        Instant registeredAt,
        LeadDimensions dimensions,
        @Nullable Grade grade,
        Progress progress,
        @Nullable Activity activity,
        @Nullable Recalled recalled,
        @Nullable Deal deal) {

    public Lead {
        // Leads stored before their dimensions told it.
        dimensions = dimensions.registeredAt() == null ? dated(dimensions, registeredAt) : dimensions;
    }

    /** What a command comes to, for a lead that may not exist yet. */
    static Decision<LeadEvent> decide(@Nullable Lead lead, LeadCommand command, Circumstances now) {
        if (lead != null) {
            return lead.decide(command, now);
        }
        return command instanceof Registration registration
                ? accept(NewLead.events(registration, now))
                : refuse(LeadRefusals.NOT_FOUND);
    }

    private Decision<LeadEvent> decide(LeadCommand command, Circumstances now) {
        return switch (command) {
            case Registration _ -> refuse(LeadRefusals.ALREADY_REGISTERED);
            case StoreVisit _ -> accept(new LeadVisited(dimensions, progress.visits() + 1));
            case ResponseLapse lapse -> Ownership.passOn(this, lapse, now);
            case ContactLapse lapse -> Ownership.passOn(this, lapse, now);
            case IdleLapse lapse -> Ownership.recallIdle(this, lapse);
            case HandOver handOver -> Ownership.handOver(this, handOver, now);
            case SaleCommand sale -> Dealing.decide(this, sale, now);
            case Change change ->
                progress.stage().closed() ? refuse(SaleRefusals.closed(progress.stage(), change)) : decide(change, now);
        };
    }

    private Decision<LeadEvent> decide(Change change, Circumstances now) {
        return switch (change) {
            case Assignment assignment -> Ownership.assign(this, assignment, now);
            case Recall _ -> Ownership.recall(this);
            case Assessment assessment -> grade(assessment);
            case TestDrive testDrive -> Driving.decide(this, testDrive);
            case Order order -> Sale.order(this, order, now);
            case Cancellation cancellation -> Sale.cancel(this, cancellation);
            case Delivery delivery -> Sale.deliver(this, delivery);
            case Loss loss -> accept(new LeadLost(dimensions, loss.reason(), loss.competitorModel()));
        };
    }

    private Decision<LeadEvent> grade(Assessment assessment) {
        Level judged = assessment.level();
        if (judged == null && assessment.criteria().isEmpty()) {
            return refuse(LeadRefusals.NOTHING_TO_GRADE);
        }
        Level due = progress.ordered() ? Level.O : GradingPolicy.STANDARD.levelFor(assessment.criteria());
        boolean agreed =
                judged == due && (progress.ordered() || !assessment.criteria().isEmpty());
        if (judged == null || agreed) {
            return graded(Grade.byCriteria(due));
        }
        if (progress.ordered()) {
            return refuse(LeadRefusals.ORDERED_STAYS_O);
        }
        String reason = assessment.reason();
        return reason == null || reason.isBlank()
                ? refuse(LeadRefusals.OVERRIDE_NEEDS_REASON)
                : graded(new Grade(judged, true, reason));
    }

    private Decision<LeadEvent> graded(Grade next) {
        return next.equals(grade) ? accept() : accept(regraded(dimensions, next));
    }

    LeadGraded regraded(LeadDimensions cut, Grade next) {
        return new LeadGraded(cut, next.level(), level(), next.overridden(), next.reason());
    }

    /** What the sale has come to so far: nothing in leads stored before it was kept. */
    public Deal soFar() {
        return deal == null ? Deal.NONE : deal;
    }

    /** The account of an order, also of one that was signed before accounts were kept, if its price is known. */
    public Optional<Account> account(String orderId) {
        SignedOrder signed = progress.signed();
        return soFar().account(orderId)
                .or(() -> signed == null || !signed.told().orderId().equals(orderId)
                        ? Optional.empty()
                        : Optional.of(Account.of(signed.told(), signed.at())));
    }

    /** Whether what happened then happened before the lead was delivered or lost. */
    boolean openAt(Instant time) {
        Instant closedAt = soFar().closedAt();
        return !progress.stage().closed() || (closedAt != null && !time.isAfter(closedAt));
    }

    @Nullable
    Level level() {
        return grade == null ? null : grade.level();
    }

    /** What the lead counts under once that model is sold. */
    LeadDimensions dimensionsOf(String soldModel) {
        return new LeadDimensions(
                dimensions.channel(),
                dimensions.activityId(),
                soldModel,
                dimensions.advisorId(),
                dimensions.teamId(),
                registeredAt);
    }

    /** What the lead counts under while that advisor owns it, or nobody. */
    LeadDimensions dimensionsOwnedBy(@Nullable String advisorId, @Nullable String teamId) {
        return new LeadDimensions(
                dimensions.channel(), dimensions.activityId(), dimensions.model(), advisorId, teamId, registeredAt);
    }

    private static LeadDimensions dated(LeadDimensions undated, Instant registeredAt) {
        return new LeadDimensions(
                undated.channel(),
                undated.activityId(),
                undated.model(),
                undated.advisorId(),
                undated.teamId(),
                registeredAt);
    }

    Lead with(LeadDimensions next) {
        return new Lead(
                reference, customerClass, customer, registeredAt, next, grade, progress, activity, recalled, deal);
    }

    Lead with(Grade next) {
        return new Lead(
                reference, customerClass, customer, registeredAt, dimensions, next, progress, activity, recalled, deal);
    }

    Lead with(Progress next) {
        return new Lead(
                reference, customerClass, customer, registeredAt, dimensions, grade, next, activity, recalled, deal);
    }

    Lead with(@Nullable Activity next) {
        return new Lead(
                reference, customerClass, customer, registeredAt, dimensions, grade, progress, next, recalled, deal);
    }

    Lead with(Deal next) {
        return new Lead(
                reference,
                customerClass,
                customer,
                registeredAt,
                dimensions,
                grade,
                progress,
                activity,
                recalled,
                next);
    }

    /** In the pool since then; with null out of it. */
    Lead recalled(@Nullable Recalled now) {
        return new Lead(
                reference, customerClass, customer, registeredAt, dimensions, grade, progress, activity, now, deal);
    }

    /** Something was done about it at that time. */
    Lead activeAt(Instant time) {
        return with(Activity.later(activity, time));
    }

    /** The same lead, written down at that time. */
    Lead noted(Instant time) {
        return activity == null ? this : with(activity.noted(time));
    }
}
