package io.dianmai.kpi.ladder;

import io.dianmai.kit.test.ServiceRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderArchitectureTests {
    private final ServiceRules rules = ServiceRules.of("io.dianmai.kpi");

    @Test
    void laddersAreReadAndChosenWithoutFrameworksAndWithoutAClock() {
        rules.domainIsPure(List.of(
                "ladder.ClockReader",
                "ladder.KindTerms",
                "ladder.Ladder",
                "ladder.LadderHistory",
                "ladder.LadderReader",
                "ladder.Ladders",
                "ladder.LadderScope",
                "ladder.Rung",
                "ladder.RungReader",
                "ladder.Timeline"));
    }

    @Test
    void laddersKnowNothingOfTheEngine() {
        rules.packagesAreApart(List.of("ladder", "counter"));
        rules.packagesAreApart(List.of("ladder", "target"));
    }
}
