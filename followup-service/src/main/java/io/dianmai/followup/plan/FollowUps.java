package io.dianmai.followup.plan;

import io.dianmai.contracts.followup.CancelReason;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.followup.policy.Rules;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.CommandGroup;
import io.dianmai.kit.aggregate.Commands;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.StoreReplica;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * What can be done with follow-up plans. People, facts and events of other services come this one way; each command is
 * carried out once. A command for a lead without a plan comes to {@link Outcome.Nothing}.
 */
public final class FollowUps {
    private final Aggregates<FollowUpPlan, FollowUpEvent> stored;
    private final Commands<FollowUpPlan, FollowUpEvent> plans;
    private final Rules rules;
    private final StoreReplica stores;
    private final Agendas agendas;
    private final BiConsumer<String, String> agenda;

    FollowUps(Aggregates<FollowUpPlan, FollowUpEvent> plans, Rules rules, StoreReplica stores, Agendas agendas) {
        this(plans, plans, rules, stores, agendas, agendas::put);
    }

    private FollowUps(
            Aggregates<FollowUpPlan, FollowUpEvent> stored,
            Commands<FollowUpPlan, FollowUpEvent> plans,
            Rules rules,
            StoreReplica stores,
            Agendas agendas,
            BiConsumer<String, String> agenda) {
        this.stored = stored;
        this.plans = plans;
        this.rules = rules;
        this.stores = stores;
        this.agendas = agendas;
        this.agenda = agenda;
    }

    /**
     * Does something with many plans by a few operations of the store. When it fails, some of it may have been done: then
     * it is to be done again, one by one.
     *
     * @param leadIds of all plans that it may be about
     * @param work with these follow-ups and no others
     */
    public void together(Collection<String> leadIds, Consumer<FollowUps> work) {
        CommandGroup<FollowUpPlan, FollowUpEvent> group = stored.group(leadIds);
        List<Agendas.Line> entries = new ArrayList<>();
        work.accept(new FollowUps(
                stored,
                group,
                rules,
                stores,
                agendas,
                (advisorId, leadId) -> entries.add(new Agendas.Line(advisorId, leadId))));
        agendas.putAll(entries);
        group.write();
    }

    /** The plan of a lead. */
    public Optional<Stored<FollowUpPlan>> find(String leadId) {
        return plans.find(leadId);
    }

    /** Plans that match; the caller adds the stores that the viewer may see. */
    public List<Stored<FollowUpPlan>> find(Criteria criteria, Sort sort, int limit) {
        return stored.find(criteria, sort, limit);
    }

    /** What was written down about the contacts of a lead is forgotten; false when there is nothing to forget. */
    public boolean eraseWords(String leadId) {
        return stored.amend(leadId, FollowUpPlan::wordless);
    }

    /** A lead was put on file: it gets a plan. */
    public Outcome<FollowUpPlan> open(String leadId, Command command, LeadDimensions dimensions) {
        FollowUpTerms terms = terms(command);
        putDown(dimensions.advisorId(), leadId);
        return plans.execute(
                leadId,
                command,
                plan -> plan == null ? Journey.opened(leadId, dimensions, command.time(), terms) : Decision.accept());
    }

    /** Something was heard of the lead that moves no clock. */
    public Outcome<FollowUpPlan> note(String leadId, Command command, LeadDimensions dimensions) {
        return execute(leadId, command, (_, _) -> Decision.accept(), plan -> plan.noting(dimensions));
    }

    /** The lead has another advisor, or one again. */
    public Outcome<FollowUpPlan> reassign(String leadId, Command command, LeadDimensions dimensions, String advisorId) {
        putDown(advisorId, leadId);
        return execute(
                leadId,
                command,
                (plan, terms) -> Journey.reassigned(plan, dimensions, advisorId, command.time(), terms),
                plan -> plan.noting(dimensions));
    }

    /** The lead has another level. */
    public Outcome<FollowUpPlan> regrade(String leadId, Command command, LeadDimensions dimensions, Level level) {
        return execute(
                leadId,
                command,
                (plan, terms) -> Recounting.regraded(plan.noting(dimensions), level, command.time(), terms),
                plan -> plan.noting(dimensions).noting(level));
    }

    /** The customer has ordered, or has no order any more. */
    public Outcome<FollowUpPlan> order(String leadId, Command command, LeadDimensions dimensions, boolean ordered) {
        return execute(
                leadId,
                command,
                (plan, terms) -> Recounting.ordered(plan.noting(dimensions), ordered, command.time(), terms),
                plan -> plan.noting(dimensions).notingOrder(ordered));
    }

    /** The customer came to the store. */
    public Outcome<FollowUpPlan> meet(String leadId, Command command, LeadDimensions dimensions) {
        return execute(
                leadId,
                command,
                (plan, terms) -> Contacting.met(plan.noting(dimensions), command.time(), terms),
                plan -> plan.noting(dimensions).notingVisit(command.time()));
    }

    /** The customer drove a car: they were at the store, though it is no contact of its own. */
    public Outcome<FollowUpPlan> drive(String leadId, Command command, LeadDimensions dimensions) {
        return execute(
                leadId,
                command,
                (plan, terms) -> Recounting.visited(plan.noting(dimensions), command.time(), terms),
                plan -> plan.noting(dimensions).notingVisit(command.time()));
    }

    /** Somebody tried to reach the customer. */
    public Outcome<FollowUpPlan> contact(String leadId, Command command, Contact contact) {
        String note = contact.sealedNote();
        return execute(
                leadId,
                command,
                (plan, terms) -> Contacting.contacted(plan, contact, command.time(), terms),
                plan -> note == null ? plan : plan.noting(note));
    }

    /** A person moves the task. */
    public Outcome<FollowUpPlan> reschedule(String leadId, Command command, Instant dueAt, String reason) {
        return execute(
                leadId,
                command,
                (plan, terms) -> Moving.byPerson(plan, dueAt, reason, command.time(), terms),
                FollowUpPlan::movedByHand);
    }

    /** A store system tells that the task was put off: no rule of this group undoes that. */
    public Outcome<FollowUpPlan> putOff(String leadId, Command command, Instant until, String reason) {
        return execute(
                leadId,
                command,
                (plan, terms) -> Moving.toldOf(plan, until, reason, command.time(), terms),
                FollowUpPlan::movedByHand);
    }

    /** The contact need not be made; the next one follows. */
    public Outcome<FollowUpPlan> skip(String leadId, Command command, String reason) {
        return execute(
                leadId,
                command,
                (plan, terms) -> Contacting.skipped(plan, reason, command.time(), terms),
                UnaryOperator.identity());
    }

    /** A task lapsed, as of {@code dueAt}. */
    public Outcome<FollowUpPlan> lapse(String leadId, Command command, String taskId, Instant dueAt) {
        return execute(leadId, command, (plan, _) -> Journey.lapsed(plan, taskId, dueAt), UnaryOperator.identity());
    }

    /** The lead is delivered, recalled or merged. */
    public Outcome<FollowUpPlan> close(String leadId, Command command, LeadDimensions dimensions, CancelReason reason) {
        Outcome<FollowUpPlan> outcome = execute(
                leadId,
                command,
                (plan, _) -> Journey.closed(plan, dimensions, reason),
                plan -> plan.noting(dimensions));
        String advisor = dimensions.advisorId();
        if (advisor != null) {
            agendas.strike(advisor, leadId);
        }
        return outcome;
    }

    /** The lead is lost: it is asked again each quarter. */
    public Outcome<FollowUpPlan> lose(String leadId, Command command, LeadDimensions dimensions) {
        return execute(
                leadId,
                command,
                (plan, terms) -> Journey.lost(plan, dimensions, command.time(), terms),
                plan -> plan.noting(dimensions));
    }

    /** A lead that was closed is under way again. */
    public Outcome<FollowUpPlan> reopen(
            String leadId, Command command, LeadDimensions dimensions, ReopenReason reason) {
        putDown(dimensions.advisorId(), leadId);
        return execute(
                leadId,
                command,
                (plan, terms) -> Journey.reopened(plan, dimensions, reason, command.time(), terms),
                plan -> plan.noting(dimensions).reopened());
    }

    private void putDown(@Nullable String advisorId, String leadId) {
        if (advisorId != null) {
            agenda.accept(advisorId, leadId);
        }
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
        return new FollowUpTerms(rules.at(command.storeId(), command.time()), stores.calendar(command.storeId()));
    }
}
