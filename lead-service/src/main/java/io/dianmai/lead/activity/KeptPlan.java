package io.dianmai.lead.activity;

import io.dianmai.contracts.lead.ActivityPlan;
import java.time.LocalDate;

/** A plan as it is stored: days as ISO text, which no time zone of a server shifts, and which sorts. */
record KeptPlan(String name, String mainFrom, String mainTo, long budget, int targetLeads, int targetOrders) {

    static KeptPlan of(ActivityPlan plan) {
        return new KeptPlan(
                plan.name(),
                plan.mainFrom().toString(),
                plan.mainTo().toString(),
                plan.budget(),
                plan.targetLeads(),
                plan.targetOrders());
    }

    ActivityPlan plan() {
        return new ActivityPlan(
                name, LocalDate.parse(mainFrom), LocalDate.parse(mainTo), budget, targetLeads, targetOrders);
    }
}
