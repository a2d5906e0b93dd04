package io.dianmai.kpi.counter;

import io.dianmai.contracts.aftersales.AfterSalesEvent;
import io.dianmai.contracts.aftersales.AppointmentBooked;
import io.dianmai.contracts.aftersales.ComplaintAnswered;
import io.dianmai.contracts.aftersales.ComplaintOpened;
import io.dianmai.contracts.aftersales.ComplaintResolved;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderFinished;
import io.dianmai.contracts.aftersales.RepairOrderHandedOver;
import io.dianmai.contracts.aftersales.RepairOrderOpened;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.RepairOrderSettlementReversed;
import io.dianmai.contracts.aftersales.Settlement;
import io.dianmai.kpi.counter.Deltas.Collector;

/** What the after-sales events add. */
final class AfterSalesCounting {
    private AfterSalesCounting() {}

    static Deltas deltas(AfterSalesEvent event) {
        Collector deltas = new Collector();
        switch (event) {
            case RepairOrderOpened opened -> visit(deltas, opened);
            case RepairOrderFinished finished ->
                deltas.one(Counter.JOBS_QUALITY_CHECKED)
                        .add(Counter.SOLD_HOURS, finished.soldMinutes())
                        .add(Counter.ACTUAL_HOURS, finished.actualMinutes());
            case RepairOrderSettled settled -> settlement(deltas, settled);
            case RepairOrderHandedOver handedOver ->
                deltas.oneIf(handedOver.promisedAt() != null, Counter.HANDOVERS_PROMISED)
                        .oneIf(Boolean.TRUE.equals(handedOver.onTime()), Counter.HANDOVERS_ON_TIME);
            case ComplaintOpened _ -> deltas.one(Counter.COMPLAINTS_OPENED);
            case ComplaintAnswered answered -> deltas.oneIf(answered.onTime(), Counter.COMPLAINTS_ANSWERED_ON_TIME);
            case ComplaintResolved resolved ->
                deltas.one(Counter.COMPLAINTS_CLOSED)
                        .oneIf(resolved.onTime(), Counter.COMPLAINTS_RESOLVED_ON_TIME)
                        .oneIf(Boolean.TRUE.equals(resolved.satisfied()), Counter.COMPLAINTS_SATISFIED);
            case AppointmentBooked _, RepairOrderSettlementReversed _ -> {}
        }
        return deltas.over(Slice.of(event.dimensions()));
    }

    private static void visit(Collector deltas, RepairOrderOpened opened) {
        if (opened.kind() == JobKind.INTERNAL) {
            return;
        }
        deltas.one(Counter.SHOP_VISITS)
                .one(Counter.REPAIR_VEHICLES)
                .oneIf(opened.booked(), Counter.BOOKED_VISITS)
                .oneIf(opened.kind() == JobKind.MAINTENANCE, Counter.MAINTENANCE_VISITS)
                .oneIf(opened.kind() == JobKind.PAINT, Counter.PAINT_VISITS);
    }

    private static void settlement(Collector deltas, RepairOrderSettled settled) {
        Settlement amounts = settled.settlement();
        deltas.one(Counter.JOBS_SETTLED)
                .add(Counter.REPAIR_REVENUE, amounts.revenue())
                .add(Counter.REPAIR_DIRECT_COST, amounts.directCost())
                .add(Counter.CARE_REVENUE, amounts.care())
                .add(Counter.SCRAP_REVENUE, amounts.scrap())
                .oneIf(settled.addOn(), Counter.ADD_ON_VISITS);
        if (settled.kind() == JobKind.ACCIDENT) {
            deltas.add(Counter.ACCIDENT_REVENUE, amounts.revenue())
                    .add(Counter.ACCIDENT_GROSS_PROFIT, amounts.revenue() - amounts.directCost());
        }
    }
}
