package io.dianmai.lead;

import io.dianmai.kit.test.ServiceRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private final ServiceRules rules = ServiceRules.of("io.dianmai.lead");

    @Test
    void decidesWithoutFrameworksAndWithoutAClock() {
        rules.domainIsPure(List.of(
                "lead.Lead",
                "lead.NewLead",
                "lead.Ownership",
                "lead.Activity",
                "lead.Recalled",
                "lead.LeadBehaviour",
                "lead.LeadCommand",
                "lead.LeadRefusals",
                "lead.Grading",
                "lead.Scoring",
                "lead.Outlook",
                "lead.LevelChange",
                "grading.GradingPolicy",
                "grading.GradingCheck",
                "grading.ScoringPolicy",
                "grading.ScoringCheck",
                "grading.Signals",
                "grading.Yardstick",
                "lead.Card",
                "lead.CardCommand",
                "lead.CardKeeping",
                "lead.Clash",
                "lead.Interests",
                "lead.Merging",
                "lead.Circumstances",
                "lead.Hand",
                "lead.Hands",
                "lead.PoolCommand",
                "lead.PoolWork",
                "lead.PoolRefusals",
                "assignment.AssignmentMatch",
                "assignment.AssignmentPolicy",
                "assignment.AssignmentCheck",
                "assignment.Choice",
                "assignment.Dealing",
                "assignment.DaysOff",
                "assignment.Shift",
                "assignment.StoreLoads",
                "assignment.AdvisorLoad",
                "assignment.LeadStanding",
                "pool.PoolPolicy",
                "pool.PoolCheck",
                "pool.Claims",
                "pool.PoolDay",
                "pool.EvenShares",
                "lead.Progress",
                "lead.Grade",
                "lead.Stage",
                "lead.Sale",
                "lead.SaleCommand",
                "lead.SaleBehaviour",
                "lead.SaleRefusals",
                "lead.SaleWork",
                "lead.Driving",
                "lead.OrderBook",
                "lead.Losing",
                "deal.Deal",
                "deal.Account",
                "deal.Contacts",
                "sale.OrdersOfStore",
                "sale.TenDays",
                "loss.LossPolicy",
                "loss.LostCompetitors",
                "visit.Visit",
                "visit.Acquaintance",
                "visit.VisitEntry",
                "stock.Vehicle",
                "stock.Standing",
                "stock.Intake",
                "stock.VehicleBehaviour",
                "stock.VehicleCommand",
                "stock.VehicleRefusals",
                "stock.StockAge",
                "stock.StockPolicy",
                "stock.StockTally",
                "activity.MarketActivity",
                "activity.ActivityBehaviour",
                "activity.ActivityCommand",
                "activity.ActivityRefusals",
                "activity.ChannelCosts",
                "activity.CostBook",
                "activity.KeptPlan",
                "activity.ActivityResult",
                "activity.Effectiveness",
                "duplicate.DuplicatePolicy",
                "timeline.Chunk",
                "timeline.TimelineSubjects",
                "roster.Roster"));
    }

    @Test
    void injectsThroughConstructorsOnly() {
        rules.injectionIsByConstructor();
    }

    @Test
    void keepsTheServicesApart() {
        rules.servicesAreApart();
    }
}
