package io.dianmai.followup.plan;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.calendar.BusinessCalendar;
import io.dianmai.kit.messaging.Effects;
import io.dianmai.kit.org.StoreReplica;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * What can be done with follow-up plans. People, facts and events of other services come this one way; each command is
 * carried out once. A command for a lead without a plan comes to {@link Outcome.Nothing}.
 */
public final class FollowUps {
    private static final int PAGE = 200;

    private final Aggregates<FollowUpPlan, FollowUpEvent> plans;
    private final FollowUpPolicy policy;
    private final StoreReplica stores;

    FollowUps(Aggregates<FollowUpPlan, FollowUpEvent> plans, FollowUpPolicy policy, StoreReplica stores) {
        this.plans = plans;
        this.policy = policy;
        this.stores = stores;
    }

    /** The plan of a lead. */
    public Optional<Stored<FollowUpPlan>> find(String leadId) {
        return plans.find(leadId);
    }

    /** Plans that match; the caller adds the stores that the viewer may see. */
    public List<Stored<FollowUpPlan>> find(Criteria criteria, Sort sort, int limit) {
        return plans.find(criteria, sort, limit);
    }

    /** A lead was put on file: it gets a plan. */
    public Outcome<FollowUpPlan> open(String leadId, Command command, LeadDimensions dimensions) {
        FollowUpTerms terms = terms(command);
        return plans.execute(
                leadId,
                command,
                plan -> plan == null
                        ? FollowUpPlan.openedFor(leadId, dimensions, command.time(), terms)
                        : Decision.accept());
    }

    /** Something was heard of the lead that moves no clock. */
    public Outcome<FollowUpPlan> note(String leadId, Command command, LeadDimensions dimensions) {
        return execute(leadId, command, (_, _) -> Decision.accept(), plan -> plan.noting(dimensions));
    }

    /** The lead has another advisor, or one again. */
    public Outcome<FollowUpPlan> reassign(String leadId, Command command, LeadDimensions dimensions, String advisorId) {
        return execute(
                leadId,
                command,
                (plan, terms) -> plan.reassigned(dimensions, advisorId, command.time(), terms),
                plan -> plan.noting(dimensions));
    }

    /** The lead has another level. */
    public Outcome<FollowUpPlan> regrade(String leadId, Command command, LeadDimensions dimensions, Level level) {
        return execute(
                leadId,
                command,
                (plan, terms) -> plan.noting(dimensions).regraded(level, command.time(), terms),
                plan -> plan.noting(dimensions).noting(level));
    }

    /** The customer came to the store. */
    public Outcome<FollowUpPlan> meet(String leadId, Command command, LeadDimensions dimensions) {
        return execute(
                leadId,
                command,
                (plan, terms) -> plan.noting(dimensions).contacted(Contact.cameToStore(), command.time(), terms),
                plan -> plan.noting(dimensions));
    }

    /** Somebody tried to reach the customer. */
    public Outcome<FollowUpPlan> contact(String leadId, Command command, Contact contact) {
        return execute(
                leadId,
                command,
                (plan, terms) -> plan.contacted(contact, command.time(), terms),
                UnaryOperator.identity());
    }

    /** A person moves the open task. */
    public Outcome<FollowUpPlan> reschedule(String leadId, Command command, Instant dueAt, String reason) {
        return execute(
                leadId,
                command,
                (plan, terms) -> plan.rescheduled(dueAt, reason, command.time(), terms),
                FollowUpPlan::movedByHand);
    }

    /** A task lapsed, as of {@code dueAt}. */
    public Outcome<FollowUpPlan> lapse(String leadId, Command command, String taskId, Instant dueAt) {
        return execute(leadId, command, (plan, _) -> plan.lapsed(taskId, dueAt), UnaryOperator.identity());
    }

    /**
     * A store has another calendar: what waits for so many of its open minutes is counted anew. To be repeated, for who
     * opens a plan at the same moment may not have heard of the calendar yet; what is right already does not change.
     */
    public void recount(String storeId, BusinessCalendar calendar, Instant now) {
        FollowUpTerms terms = new FollowUpTerms(policy, calendar);
        List<Stored<FollowUpPlan>> page = List.of();
        do {
            String last = page.isEmpty() ? "" : page.getLast().id();
            page = plans.find(waitingForOpenMinutes(storeId, now, last), Sort.by("_id"), PAGE);
            page.forEach(plan -> recount(plan, terms, now));
        } while (page.size() == PAGE);
    }

    private void recount(Stored<FollowUpPlan> stored, FollowUpTerms terms, Instant now) {
        var command = Command.given(AggregateIds.next(), stored.storeId(), now, null);
        Effects.require(plans.execute(
                stored.id(),
                command,
                plan -> plan == null ? Decision.accept() : plan.recounted(command.time(), terms)));
    }

    private static Criteria waitingForOpenMinutes(String storeId, Instant now, String after) {
        return Criteria.where("_id")
                .gt(after)
                .and("storeId")
                .is(storeId)
                .and("state.closing")
                .is(null)
                .and("state.task.purpose")
                .is(TaskPurpose.FIRST_RESPONSE.name())
                .and("state.task.dueAt")
                .gt(now);
    }

    /** The lead is delivered, lost or recalled. */
    public Outcome<FollowUpPlan> close(String leadId, Command command, LeadDimensions dimensions, CancelReason reason) {
        return execute(leadId, command, (plan, _) -> plan.closed(dimensions, reason), plan -> plan.noting(dimensions));
    }

    private Outcome<FollowUpPlan> execute(
            String leadId,
            Command command,
            BiFunction<FollowUpPlan, FollowUpTerms, Decision<FollowUpEvent>> decide,
            UnaryOperator<FollowUpPlan> noting) {
        FollowUpTerms terms = terms(command);
        return plans.execute(
                leadId, command, plan -> plan == null ? Decision.accept() : decide.apply(plan, terms), noting);
    }

    private FollowUpTerms terms(Command command) {
        return new FollowUpTerms(policy, stores.calendar(command.storeId()));
    }
}
