package io.dianmai.kpi.target;

/**
 * What a plan is found by.
 *
 * @param what counter or KPI code
 */
public record PlanKey(String storeId, String what, TargetOwner owner, int year) {
    /** Ids of stores, teams and staff have no bar in them. */
    public String id() {
        return storeId + '|' + what + '|' + owner.text() + '|' + year;
    }
}
