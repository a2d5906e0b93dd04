package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.deal.Account;
import io.dianmai.lead.deal.Deal;
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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param outlook how likely a sale is; absent in leads stored before it was kept
 * @param hands through whose it has gone; absent in leads stored before it was kept
 * @param card what else is known of the customer; absent while nothing is
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
        @Nullable Outlook outlook,
        @Nullable Hands hands,
        @Nullable Card card,
        @Nullable Deal deal) {

    public Lead {
        // Leads stored before their dimensions told it.
        dimensions = dimensions.registeredAt() == null ? dated(dimensions, registeredAt) : dimensions;
    }

    /** A lead that was just put on file. */
    static Lead begun(LeadRegistered event, Instant time) {
        return new Lead(
                event.reference(),
                event.customerClass(),
                event.customer(),
                time,
                event.dimensions(),
                null,
                Progress.NONE,
                Activity.later(null, time),
                null,
                Outlook.of(null).told(event.interest()),
                null,
                event.interest() == null ? null : Card.EMPTY.saying(event.interest(), null),
                null);
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
            case SaleCommand sale -> SaleWork.decide(this, sale, now);
            case Change change -> progress.stage().closed() ? refuse(closedFor(change)) : decide(change, now);
        };
    }

    /** A phone that was claimed for this lead may have made it in another registration's name. */
    private Decision<LeadEvent> registeredAnew(Registration again, Circumstances now) {
        if (erased()) {
            return refuse(LeadRefusals.ERASED);
        }
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

    private Refusal closedFor(Change change) {
        return progress.stage() == Stage.MERGED ? LeadRefusals.MERGED : SaleRefusals.closed(progress.stage(), change);
    }

    private Decision<LeadEvent> decide(Change change, Circumstances now) {
        return switch (change) {
            case Assignment assignment -> Ownership.assign(this, assignment, now);
            case Recall recall -> Ownership.recall(this, recall);
            case PoolCommand pool -> PoolWork.decide(this, pool, now);
            case Assessment assessment -> Grading.assess(this, assessment, now.grading());
            case TestDrive testDrive -> Driving.decide(this, testDrive);
            case Order order -> Sale.order(this, order, now);
            case Cancellation cancellation -> Sale.cancel(this, cancellation, now);
            case Delivery delivery -> Sale.deliver(this, delivery);
            case Loss loss -> accept(new LeadLost(dimensions, loss.reason(), loss.competitorModel()));
        };
    }

    LeadGraded regraded(LeadDimensions cut, Grade next) {
        return new LeadGraded(
                cut, next.level(), level(), next.overridden(), next.reason(), next.scheme(), next.byCriteria());
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

    /** Absent before it was graded. */
    public @Nullable Level level() {
        return grade == null ? null : grade.level();
    }

    /** Whether something is still to be done about it. */
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

    /** Whether nobody knows any more whose it was. */
    public boolean erased() {
        return cardOrEmpty().erasedAt() != null;
    }

    /** The same lead of nobody: what counts stays, who it was and what was said in words does not. */
    Lead erased(Instant at) {
        return erased()
                ? this
                : new LeadDraft(this)
                        .customer(customerClass, new MaskedCustomer(null, null, null))
                        .card(cardOrEmpty().erased(at))
                        .grade(grade == null ? null : grade.wordless())
                        .deal(deal == null ? null : deal.wordless())
                        .lead();
    }

    Card cardOrEmpty() {
        return card == null ? Card.EMPTY : card;
    }

    /** How likely a sale is, as far as it is known. */
    Outlook knownOutlook() {
        return Outlook.of(outlook);
    }

    /** Whether it scored below the threshold, and nobody owns it since. */
    boolean waitsForMarketing() {
        return knownOutlook().nurture() && dimensions.advisorId() == null && recalled == null;
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
        return new LeadDraft(this).dimensions(next).lead();
    }

    Lead with(Grade next) {
        return new LeadDraft(this).grade(next).lead();
    }

    Lead with(Progress next) {
        return new LeadDraft(this).progress(next).lead();
    }

    Lead with(@Nullable Activity next) {
        return new LeadDraft(this).activity(next).lead();
    }

    Lead with(Outlook next) {
        return new LeadDraft(this).outlook(next).lead();
    }

    Lead with(Hands next) {
        return new LeadDraft(this).hands(next).lead();
    }

    Lead with(Card next) {
        return new LeadDraft(this).card(next).lead();
    }

    Lead with(Deal next) {
        return new LeadDraft(this).deal(next).lead();
    }

    Lead with(LeadCardUpdated event) {
        return new LeadDraft(this)
                .customer(event.customerClass(), event.customer())
                .dimensions(event.dimensions())
                .card(cardOrEmpty().saying(event.interest(), event.consent()))
                .lead();
    }

    /** In the pool since then; with null out of it. */
    Lead recalled(@Nullable Recalled now) {
        return new LeadDraft(this).recalled(now).lead();
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
