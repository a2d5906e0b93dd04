package io.dianmai.followup.plan;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.LevelProposed;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.followup.policy.FollowUpPolicy;
import io.dianmai.followup.policy.Rules;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.calendar.BusinessCalendar;
import io.dianmai.kit.messaging.Effects;
import io.dianmai.kit.org.StoreReplica;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The open tasks of a store, counted anew when its hours or its rules change. To be repeated, for who opens a plan at the same
 * moment may not have heard of the change yet; what is right already does not change.
 */
public final class Recounts {
    private static final int PAGE = 200;
    private static final Set<TaskPurpose> BY_MINUTES = EnumSet.of(TaskPurpose.FIRST_RESPONSE);
    private static final Set<TaskPurpose> BY_RULES = EnumSet.of(
            TaskPurpose.FIRST_RESPONSE, TaskPurpose.CADENCE, TaskPurpose.STAGE_REVIEW, TaskPurpose.DEPOSIT_CONTACT);

    private final Aggregates<FollowUpPlan, FollowUpEvent> plans;
    private final Rules rules;
    private final StoreReplica stores;

    Recounts(Aggregates<FollowUpPlan, FollowUpEvent> plans, Rules rules, StoreReplica stores) {
        this.plans = plans;
        this.rules = rules;
        this.stores = stores;
    }

    /**
     * What would become of a task.
     *
     * @param from when it is due
     * @param to when it, or what takes its place, would be
     */
    public record Move(String leadId, Instant from, Instant to) {}

    /** The store has another calendar: what waits for so many of its open minutes is counted anew. */
    public void byOtherHours(String storeId, BusinessCalendar calendar, Instant now) {
        FollowUpTerms terms = new FollowUpTerms(rules.at(storeId, now), calendar);
        each(
                storeId,
                BY_MINUTES,
                now,
                Integer.MAX_VALUE,
                stored -> change(stored, now, plan -> Recounting.byOtherHours(plan, now, terms)));
    }

    /** The store has other rules: what is due by them is counted anew. */
    public void byOtherRules(String storeId, FollowUpPolicy policy, Instant now) {
        FollowUpTerms terms = new FollowUpTerms(policy, stores.calendar(storeId));
        each(
                storeId,
                BY_RULES,
                now,
                Integer.MAX_VALUE,
                stored -> change(stored, now, plan -> Recounting.byOtherRules(plan, now, terms)));
    }

    /**
     * What other rules would do, without doing it.
     *
     * @param most how many open tasks are looked at
     * @param moves hears of each that would move
     * @return how many were looked at
     */
    public int preview(String storeId, FollowUpPolicy policy, Instant now, int most, Consumer<Move> moves) {
        FollowUpTerms terms = new FollowUpTerms(policy, stores.calendar(storeId));
        return each(
                storeId,
                BY_RULES,
                now,
                most,
                stored -> move(stored.state(), Recounting.byOtherRules(stored.state(), now, terms))
                        .ifPresent(moves));
    }

    private static Optional<Move> move(FollowUpPlan plan, Decision<FollowUpEvent> decision) {
        return decision instanceof Decision.Accepted<FollowUpEvent>(List<FollowUpEvent> events)
                ? events.stream()
                        .flatMap(Recounts::dueAt)
                        .map(due -> new Move(plan.leadId(), plan.task().dueAt(), due))
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<Instant> dueAt(FollowUpEvent event) {
        return switch (event) {
            case FollowUpRescheduled moved -> Stream.of(moved.dueAt());
            case FollowUpScheduled next -> Stream.of(next.dueAt());
            case FollowUpReassigned _,
                    ContactLogged _,
                    FollowUpDone _,
                    FollowUpOverdue _,
                    FollowUpCancelled _,
                    FollowUpSkipped _,
                    LevelProposed _ -> Stream.empty();
        };
    }

    private void change(
            Stored<FollowUpPlan> stored, Instant now, Function<FollowUpPlan, Decision<FollowUpEvent>> decide) {
        var command = Command.given(AggregateIds.next(), stored.storeId(), now, null);
        Effects.require(
                plans.execute(stored.id(), command, plan -> plan == null ? Decision.accept() : decide.apply(plan)));
    }

    private int each(
            String storeId, Set<TaskPurpose> purposes, Instant now, int most, Consumer<Stored<FollowUpPlan>> act) {
        int seen = 0;
        List<Stored<FollowUpPlan>> page = List.of();
        do {
            String last = page.isEmpty() ? "" : page.getLast().id();
            int limit = Math.min(PAGE, most - seen);
            page = plans.find(waiting(storeId, purposes, now, last), Sort.by("_id"), limit);
            page.forEach(act);
            seen += page.size();
        } while (page.size() == PAGE && seen < most);
        return seen;
    }

    private static Criteria waiting(String storeId, Set<TaskPurpose> purposes, Instant now, String after) {
        return Criteria.where("_id")
                .gt(after)
                .and("storeId")
                .is(storeId)
                .and("state.closing")
                .is(null)
                .and("state.task.purpose")
                .in(purposes.stream().map(Enum::name).toList())
                .and("state.task.dueAt")
                .gt(now);
    }
}
