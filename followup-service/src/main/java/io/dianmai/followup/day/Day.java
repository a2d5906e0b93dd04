package io.dianmai.followup.day;

import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.followup.plan.FollowUpTask;
import io.dianmai.followup.policy.Rules;
import io.dianmai.followup.policy.TaskPolicy;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.org.StoreReplica;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sorts open tasks into what they are today. */
@Component
class Day {
    static final Comparator<Stored<FollowUpPlan>> FIRST_DUE = Comparator.<Stored<FollowUpPlan>, Instant>comparing(
                    plan -> plan.state().task().dueAt())
            .thenComparing(Stored::id);

    private final StoreReplica stores;
    private final Rules rules;

    Day(StoreReplica stores, Rules rules) {
        this.stores = stores;
        this.rules = rules;
    }

    /** Lapsed by now, whether or not anybody has been told. */
    static boolean isOverdue(Stored<FollowUpPlan> plan, Instant now) {
        return plan.state().task().dueAt().isBefore(now);
    }

    /** Due on this day at its store, from now on. */
    boolean isDueToday(Stored<FollowUpPlan> plan, Instant now) {
        return !isOverdue(plan, now) && isOfToday(plan, now);
    }

    /** A new lead that nobody has answered. */
    static boolean isNew(Stored<FollowUpPlan> plan) {
        return plan.state().task().purpose() == TaskPurpose.FIRST_RESPONSE;
    }

    /** A contact agreed with the customer for this day. */
    boolean isAppointment(Stored<FollowUpPlan> plan, Instant now) {
        return plan.state().task().purpose() == TaskPurpose.AGREED && isOfToday(plan, now);
    }

    /** Told to have lapsed: what kpi-service counts as overdue. */
    static boolean isCountedOverdue(Stored<FollowUpPlan> plan) {
        return plan.state().task().overdue();
    }

    /** No effective contact for so long that the lead is about to be recalled. With an order, none is. */
    boolean isAboutToBeRecalled(Stored<FollowUpPlan> stored, Instant now) {
        FollowUpPlan plan = stored.state();
        Duration warning = Duration.ofDays(rules(stored, now).idleWarningDays());
        return plan.open()
                && !plan.hasOrder()
                && !plan.courseSoFar().lastReachedAt().plus(warning).isAfter(now);
    }

    DayTask task(Stored<FollowUpPlan> plan, Instant now) {
        return DayTask.of(plan, rules(plan, now), now);
    }

    List<DayTask> tasks(List<Stored<FollowUpPlan>> plans, Instant now) {
        return plans.stream().map(plan -> task(plan, now)).toList();
    }

    private boolean isOfToday(Stored<FollowUpPlan> plan, Instant now) {
        FollowUpTask task = plan.state().task();
        ZoneId zone = stores.zone(plan.storeId());
        return LocalDate.ofInstant(task.dueAt(), zone).equals(LocalDate.ofInstant(now, zone));
    }

    private TaskPolicy rules(Stored<FollowUpPlan> plan, Instant now) {
        return rules.at(plan.storeId(), now).tasks();
    }
}
