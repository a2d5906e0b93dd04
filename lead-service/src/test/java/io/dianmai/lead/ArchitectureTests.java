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
                "lead.GradingPolicy",
                "lead.Circumstances",
                "lead.Progress",
                "lead.Grade",
                "lead.Stage",
                "lead.Sale",
                "lead.SaleCommand",
                "lead.SaleBehaviour",
                "lead.SaleRefusals",
                "lead.Dealing",
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
                "visit.VisitEntry",
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
