package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.lead.CardCommand.Absorption;
import io.dianmai.lead.lead.CardCommand.CardChange;
import io.dianmai.lead.lead.CardCommand.Merge;
import io.dianmai.lead.lead.CardCommand.RegistrationAgain;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param card what else is known of the customer; absent while nothing is
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
        @Nullable Card card) {

    private static final Duration LONGEST_TEST_DRIVE = Duration.ofDays(1);

    public Lead {
        // Leads stored before their dimensions told it.
        dimensions = dimensions.registeredAt() == null ? dated(dimensions, registeredAt) : dimensions;
    }

    /** What a command comes to, for a lead that may not exist yet. */
    static Decision<LeadEvent> decide(@Nullable Lead lead, LeadCommand command, Circumstances now) {
        if (lead != null) {
            return lead.decide(command, now);
        }
        LeadCommand first = command instanceof RegistrationAgain(Registration told) ? told : command;
        return first instanceof Registration registration
                ? accept(CardKeeping.begin(registration, now))
                : refuse(LeadRefusals.NOT_FOUND);
    }

    private Decision<LeadEvent> decide(LeadCommand command, Circumstances now) {
        return switch (command) {
            case Registration again -> registeredAnew(again, now);
            case CardCommand card -> decide(card, now);
            case StoreVisit _ -> accept(new LeadVisited(dimensions, progress.visits() + 1));
            case ResponseLapse lapse -> Ownership.passOn(this, lapse, now);
            case ContactLapse lapse -> Ownership.passOn(this, lapse, now);
            case IdleLapse lapse -> Ownership.recallIdle(this, lapse);
            case HandOver handOver -> Ownership.handOver(this, handOver, now);
            case Change change -> progress.stage().closed() ? refuse(closedAs()) : decide(change, now);
        };
    }

    /** A phone that was claimed for this lead may have made it in another registration's name. */
    private Decision<LeadEvent> registeredAnew(Registration again, Circumstances now) {
        return Objects.equals(reference, again.reference())
                ? refuse(LeadRefusals.ALREADY_REGISTERED)
                : CardKeeping.registeredAgain(this, again, now);
    }

    private Decision<LeadEvent> decide(CardCommand command, Circumstances now) {
        return switch (command) {
            case CardChange change -> CardKeeping.change(this, change);
            case RegistrationAgain(Registration registration) -> CardKeeping.registeredAgain(this, registration, now);
            case Merge merge -> Merging.merge(this, merge, now);
            case Absorption absorption -> Merging.absorb(this, absorption, now);
        };
    }

    private Refusal closedAs() {
        return progress.stage() == Stage.MERGED ? LeadRefusals.MERGED : LeadRefusals.CLOSED;
    }

    private Decision<LeadEvent> decide(Change change, Circumstances now) {
        return switch (change) {
            case Assignment assignment -> Ownership.assign(this, assignment, now);
            case Recall _ -> Ownership.recall(this);
            case Assessment assessment -> grade(assessment);
            case TestDrive testDrive -> testDrive(testDrive);
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

    private Decision<LeadEvent> testDrive(TestDrive drive) {
        Duration taken = Duration.between(drive.startedAt(), drive.endedAt());
        if (taken.isNegative()) {
            return refuse(LeadRefusals.TEST_DRIVE_BACKWARDS);
        }
        if (taken.compareTo(LONGEST_TEST_DRIVE) > 0) {
            return refuse(LeadRefusals.TEST_DRIVE_TOO_LONG);
        }
        return accept(new LeadTestDriven(
                dimensions, progress.testDrives() + 1, drive.model(), Math.toIntExact(taken.toMinutes())));
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
                reference, customerClass, customer, registeredAt, next, grade, progress, activity, recalled, card);
    }

    Lead with(Grade next) {
        return new Lead(
                reference, customerClass, customer, registeredAt, dimensions, next, progress, activity, recalled, card);
    }

    Lead with(Progress next) {
        return new Lead(
                reference, customerClass, customer, registeredAt, dimensions, grade, next, activity, recalled, card);
    }

    Lead with(@Nullable Activity next) {
        return new Lead(
                reference, customerClass, customer, registeredAt, dimensions, grade, progress, next, recalled, card);
    }

    Lead with(@Nullable Card next) {
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

    Lead with(LeadCardUpdated event) {
        Card next = cardOrEmpty().saying(event.interest(), event.consent());
        return new Lead(
                reference,
                event.customerClass(),
                event.customer(),
                registeredAt,
                event.dimensions(),
                grade,
                progress,
                activity,
                recalled,
                next);
    }

    /** Whether anything is still to be done about it. */
    public boolean open() {
        return !progress.stage().closed();
    }

    /** Which store was first, if another one was. */
    public @Nullable Clash clash() {
        return cardOrEmpty().clash();
    }

    /** References of later registrations that joined it. */
    public List<String> joined() {
        return cardOrEmpty().joined();
    }

    /** Ids of the leads that were merged into it. */
    public List<String> absorbed() {
        return cardOrEmpty().absorbed();
    }

    Card cardOrEmpty() {
        return card == null ? Card.EMPTY : card;
    }

    /** In the pool since then; with null out of it. */
    Lead recalled(@Nullable Recalled now) {
        return new Lead(
                reference, customerClass, customer, registeredAt, dimensions, grade, progress, activity, now, card);
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
