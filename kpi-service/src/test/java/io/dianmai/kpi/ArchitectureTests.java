package io.dianmai.kpi;

import io.dianmai.kit.test.ServiceRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private final ServiceRules rules = ServiceRules.of("io.dianmai.kpi");

    @Test
    void decidesWithoutFrameworksAndWithoutAClock() {
        rules.domainIsPure(List.of(
                "counter.CounterMapping",
                "counter.LeadCounting",
                "counter.FollowUpCounting",
                "counter.AfterSalesCounting",
                "counter.Posting",
                "counter.Cohort",
                "counter.StageTime",
                "counter.ComplaintSlot",
                "counter.Row",
                "deadline.DeadlineRules",
                "deadline.Deadline",
                "deadline.CatchUpGate",
                "deadline.OutageGuard",
                "deadline.SignsOfLife",
                "deadline.SilencePolicy",
                "deadline.HeardMinutes",
                "deadline.Rhythm",
                "deadline.StoreHours",
                "clock.TrackedClock",
                "clock.Episodes",
                "clock.Snoozing",
                "clock.Outlook",
                "catalogue.Formula",
                "catalogue.KpiUnit",
                "value.ReportingPeriod",
                "value.KpiValue"));
    }

    @Test
    void injectsThroughConstructorsOnly() {
        rules.injectionIsByConstructor();
    }

    @Test
    void keepsTheServicesApart() {
        rules.servicesAreApart();
    }

    @Test
    void keepsItsFeaturesApart() {
        rules.packagesAreApart(List.of("counter", "deadline", "reminder"));
        rules.packagesAreApart(List.of("engine", "value", "reminder"));
    }
}
