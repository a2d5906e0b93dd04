package io.dianmai.kpi.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.kpi.catalogue.TestKpis;
import io.dianmai.kpi.counter.Counter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AimsTests {
    private final Aims aims = aims();

    static Aims aims() {
        return new Aims(TestKpis.shipped());
    }

    @Test
    void salesAreSharedAmongConsultantsAndAfterSalesAmongAdvisers() {
        assertThat(aims.named("vehiclesDelivered").orElseThrow().role()).isEqualTo(Role.SALES_CONSULTANT);
        assertThat(aims.named("shopVisits").orElseThrow().role()).isEqualTo(Role.SERVICE_ADVISER);
        assertThat(aims.named("repair-gross-margin").orElseThrow().role()).isEqualTo(Role.SERVICE_ADVISER);
    }

    @Test
    void whatTheCatalogueSetsTargetsForCanBePlannedBeforeEventsFeedIt() {
        assertThat(aims.named("afterSalesGrossProfit")).hasValueSatisfying(aim -> {
            assertThat(aim.unit()).isEqualTo(PlanUnit.YUAN);
            assertThat(aim.role()).isEqualTo(Role.SERVICE_ADVISER);
        });
        assertThat(aims.named("luck")).isEmpty();
    }

    @Test
    void ratiosAndLevelsAreAimsAndCountsAreSpread() {
        assertThat(aims.named("close-rate").orElseThrow().additive()).isFalse();
        assertThat(aims.named("follow-up-overdue").orElseThrow().additive()).isFalse();
        assertThat(aims.named("followUpsOverdue").orElseThrow().additive()).isFalse();
        assertThat(aims.named("leads-registered").orElseThrow().additive()).isTrue();
        assertThat(aims.named("orders").orElseThrow().additive()).isTrue();
    }

    @Test
    void namesOfCountersTellTheirUnit() {
        assertThat(named(PlanUnit.YUAN))
                .contains(
                        "vehicleGrossProfit",
                        "accessoryRevenue",
                        "repairRevenue",
                        "repairDirectCost",
                        "careRevenue",
                        "scrapRevenue",
                        "accidentRevenue",
                        "accidentGrossProfit");
        assertThat(named(PlanUnit.HOURS)).contains("soldHours", "actualHours");
        assertThat(named(PlanUnit.COUNT))
                .contains(
                        "orders",
                        "calls",
                        "contacts",
                        "firstResponseMinutes",
                        "stockAgeDays",
                        "newPolicies",
                        "daysToOrder");
    }

    private static List<String> named(PlanUnit unit) {
        return Arrays.stream(Counter.values())
                .map(Counter::catalogueName)
                .filter(name -> PlanUnit.ofCounter(name) == unit)
                .toList();
    }
}
