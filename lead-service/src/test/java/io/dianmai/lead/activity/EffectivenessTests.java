package io.dianmai.lead.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.contracts.lead.MarketingCostBooked;
import io.dianmai.kit.aggregate.Stored;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EffectivenessTests {
    private static final Instant TIME = Instant.parse("2026-03-10T01:30:00Z");
    private static final ActivityPlan PLAN =
            new ActivityPlan("Show", LocalDate.of(2026, 4, 11), LocalDate.of(2026, 4, 13), 8_000_000, 120, 15);

    @Test
    void dividesCostByLeadsAndProfitByCost() {
        var row = Effectiveness.of(activity(500_000), new ActivityResult(3, 2, 1, 1, 800_000));

        assertThat(row.costPerLead()).isEqualTo(166_667);
        assertThat(row.returnOnCost()).isEqualTo(new BigDecimal("1.6000"));
        assertThat(row.targetLeads()).isEqualTo(120);
    }

    @Test
    void dividesByNothingNever() {
        var row = Effectiveness.of(activity(0), ActivityResult.NONE);

        assertThat(row.costPerLead()).isNull();
        assertThat(row.returnOnCost()).isNull();
    }

    private static Stored<MarketActivity> activity(long cost) {
        var costs = CostBook.EMPTY.with(new MarketingCostBooked("show", null, "F1", cost), TIME);
        var activity = new MarketActivity("show", KeptPlan.of(PLAN), TIME, null, null, costs);
        return new Stored<>("id", "s1", 1, activity);
    }
}
