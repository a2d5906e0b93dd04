package io.dianmai.kpi.counter;

import io.dianmai.contracts.aftersales.AfterSalesEvent;
import io.dianmai.contracts.aftersales.AppointmentBooked;
import io.dianmai.contracts.aftersales.ComplaintAnswered;
import io.dianmai.contracts.aftersales.ComplaintOpened;
import io.dianmai.contracts.aftersales.ComplaintReassigned;
import io.dianmai.contracts.aftersales.ComplaintResolved;
import io.dianmai.contracts.aftersales.JobKind;
import io.dianmai.contracts.aftersales.RepairOrderFinished;
import io.dianmai.contracts.aftersales.RepairOrderHandedOver;
import io.dianmai.contracts.aftersales.RepairOrderOpened;
import io.dianmai.contracts.aftersales.RepairOrderReassigned;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.RepairOrderSettlementReversed;
import io.dianmai.contracts.aftersales.Settlement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** What the after-sales events add. */
final class AfterSalesCounting {
    private AfterSalesCounting() {}

    static List<Posting> postings(AfterSalesEvent event, Instant at, Supplier<ZoneId> zone) {
        if (event instanceof RepairOrderSettlementReversed reversed) {
            return postings(reversed.settled(), reversed.settledAt(), zone).stream()
                    .map(Posting::negated)
                    .toList();
        }
        return amounts(event).at(at, slices(event, at, zone));
    }

    private static List<Slice> slices(AfterSalesEvent event, Instant at, Supplier<ZoneId> zone) {
        List<Slice> slices = Slice.of(event.dimensions());
        if (event instanceof ComplaintOpened opened) {
            slices.add(new Slice(
                    Dimension.COMPLAINT_SLOT,
                    ComplaintSlot.of(opened.category(), at, zone.get()).toString()));
        }
        return slices;
    }

    private static Amounts amounts(AfterSalesEvent event) {
        Amounts amounts = new Amounts();
        switch (event) {
            case RepairOrderOpened opened -> visit(amounts, opened);
            case RepairOrderFinished finished ->
                amounts.one(Counter.JOBS_QUALITY_CHECKED)
                        .add(Counter.SOLD_HOURS, finished.soldMinutes())
                        .add(Counter.ACTUAL_HOURS, finished.actualMinutes());
            case RepairOrderSettled settled -> settlement(amounts, settled);
            case RepairOrderHandedOver handedOver ->
                amounts.oneIf(handedOver.promisedAt() != null, Counter.HANDOVERS_PROMISED)
                        .oneIf(Boolean.TRUE.equals(handedOver.onTime()), Counter.HANDOVERS_ON_TIME);
            case ComplaintOpened _ -> amounts.one(Counter.COMPLAINTS_OPENED);
            case ComplaintAnswered answered -> amounts.oneIf(answered.onTime(), Counter.COMPLAINTS_ANSWERED_ON_TIME);
            case ComplaintResolved resolved ->
                amounts.one(Counter.COMPLAINTS_CLOSED)
                        .oneIf(resolved.onTime(), Counter.COMPLAINTS_RESOLVED_ON_TIME)
                        .oneIf(Boolean.TRUE.equals(resolved.satisfied()), Counter.COMPLAINTS_SATISFIED);
            case AppointmentBooked _,
                    RepairOrderReassigned _,
                    ComplaintReassigned _,
                    RepairOrderSettlementReversed _ -> {}
        }
        return amounts;
    }

    private static void visit(Amounts amounts, RepairOrderOpened opened) {
        if (opened.kind() == JobKind.INTERNAL) {
            return;
        }
        amounts.one(Counter.SHOP_VISITS)
                .one(Counter.REPAIR_VEHICLES)
                .oneIf(opened.booked(), Counter.BOOKED_VISITS)
                .oneIf(opened.kind() == JobKind.MAINTENANCE, Counter.MAINTENANCE_VISITS)
                .oneIf(opened.kind() == JobKind.PAINT, Counter.PAINT_VISITS);
    }

    private static void settlement(Amounts amounts, RepairOrderSettled settled) {
        Settlement settlement = settled.settlement();
        long grossProfit = settlement.revenue() - settlement.directCost();
        amounts.one(Counter.JOBS_SETTLED)
                .add(Counter.REPAIR_REVENUE, settlement.revenue())
                .add(Counter.REPAIR_DIRECT_COST, settlement.directCost())
                .add(Counter.REPAIR_GROSS_PROFIT, grossProfit)
                .add(Counter.AFTER_SALES_GROSS_PROFIT, grossProfit + settlement.scrap())
                .add(Counter.CARE_REVENUE, settlement.care())
                .add(Counter.SCRAP_REVENUE, settlement.scrap())
                .oneIf(settled.addOn(), Counter.ADD_ON_VISITS);
        if (settled.kind() == JobKind.ACCIDENT) {
            amounts.add(Counter.ACCIDENT_REVENUE, settlement.revenue()).add(Counter.ACCIDENT_GROSS_PROFIT, grossProfit);
        }
    }
}
