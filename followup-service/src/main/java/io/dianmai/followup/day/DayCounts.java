package io.dianmai.followup.day;

import io.dianmai.followup.plan.FollowUpPlan;
import io.dianmai.kit.aggregate.Stored;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * How much of a day is left, and how much is done.
 *
 * @param open all tasks
 * @param overdue lapsed by now
 * @param dueToday due later today
 * @param newLeads waiting for the first response
 * @param appointments contacts agreed with customers for today
 * @param aboutToBeRecalled without an effective contact for nearly a month
 * @param doneToday tasks done today
 * @param followUpsOverdue as kpi-service counts it: tasks that were told to have lapsed, and still wait
 * @param followUpsDue as kpi-service counts it for today: tasks that were done, or lapsed before that
 * @param followUpsOnTime as kpi-service counts it for today: tasks that were done in time
 */
record DayCounts(
        int open,
        int overdue,
        int dueToday,
        int newLeads,
        int appointments,
        int aboutToBeRecalled,
        int doneToday,
        int followUpsOverdue,
        int followUpsDue,
        int followUpsOnTime) {

    static DayCounts of(List<Stored<FollowUpPlan>> plans, Tally tally, Day day, Instant now) {
        return new DayCounts(
                plans.size(),
                count(plans, plan -> Day.isOverdue(plan, now)),
                count(plans, plan -> day.isDueToday(plan, now)),
                count(plans, Day::isNew),
                count(plans, plan -> day.isAppointment(plan, now)),
                count(plans, plan -> day.isAboutToBeRecalled(plan, now)),
                tally.done(),
                count(plans, Day::isCountedOverdue),
                tally.due(),
                tally.onTime());
    }

    private static int count(List<Stored<FollowUpPlan>> plans, Predicate<Stored<FollowUpPlan>> which) {
        return (int) plans.stream().filter(which).count();
    }
}
