package io.dianmai.kpi.target;

import io.dianmai.kit.test.ServiceRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetArchitectureTests {
    private final ServiceRules rules = ServiceRules.of("io.dianmai.kpi");

    @Test
    void plansAreWorkedOutWithoutFrameworksAndWithoutAClock() {
        rules.domainIsPure(List.of(
                "target.LoadedPlans",
                "target.Pace",
                "target.Part",
                "target.Plan",
                "target.PlanChange",
                "target.PlanDays",
                "target.PlanRules",
                "target.PlanYears",
                "target.Spread",
                "target.WorkingDays"));
    }

    @Test
    void planningStandsByItself() {
        rules.packagesAreApart(List.of("target", "deadline", "reminder"));
        rules.packagesAreApart(List.of("target", "engine"));
    }
}
