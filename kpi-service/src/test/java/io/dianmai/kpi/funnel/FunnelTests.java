package io.dianmai.kpi.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.counter.Counter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunnelTests {
    private static final Map<Counter, Long> COUNTERS = Map.of(
            Counter.LEADS_REGISTERED, 40L,
            Counter.COHORT_CONTACTED, 30L,
            Counter.COHORT_VISITED, 12L,
            Counter.COHORT_TEST_DRIVEN, 15L,
            Counter.COHORT_ORDERED, 3L,
            Counter.COHORT_LOST, 5L);

    @Test
    void tellsSharesAndConversions() {
        List<Funnel.Step> steps = Funnel.steps(COUNTERS, Map.of());

        assertThat(steps)
                .extracting(Funnel.Step::stage)
                .containsExactly(
                        "registered",
                        "contacted",
                        "visited",
                        "test-driven",
                        "negotiating",
                        "ordered",
                        "delivered",
                        "lost");
        assertThat(steps).extracting(Funnel.Step::count).containsExactly(40L, 30L, 12L, 15L, 0L, 3L, 0L, 5L);
        assertThat(steps.get(1).percentOfRegistered()).isEqualByComparingTo("75");
        assertThat(steps.get(2).conversionPercent()).isEqualByComparingTo("40");
        assertThat(steps.get(3).conversionPercent()).isEqualByComparingTo("125");
        assertThat(steps.get(4).conversionPercent()).isEqualByComparingTo("0");
        // Nobody was quoted a price: those who ordered are a share of those who drove.
        assertThat(steps.get(5).conversionPercent()).isEqualByComparingTo("20");
        assertThat(steps.get(6).conversionPercent()).isEqualByComparingTo("0");
        assertThat(steps.get(7).percentOfRegistered()).isEqualByComparingTo("12.5");
        assertThat(steps.get(7).conversionPercent()).isNull();
    }

    @Test
    void withoutLeadsThereIsNoShare() {
        assertThat(Funnel.steps(Map.of(), Map.of())).allSatisfy(step -> {
            assertThat(step.count()).isZero();
            assertThat(step.percentOfRegistered()).isNull();
            assertThat(step.conversionPercent()).isNull();
            assertThat(step.medianHours()).isNull();
        });
    }

    @Test
    void theMedianIsTheBucketThatHoldsTheMiddleLead() {
        Map<String, Map<Counter, Long>> times = Map.of(
                "contacted|0h", Map.of(Counter.COHORT_CONTACTED, 2L),
                "contacted|3h", Map.of(Counter.COHORT_CONTACTED, 1L),
                "contacted|72h", Map.of(Counter.COHORT_CONTACTED, 3L),
                "visited|26h", Map.of(Counter.COHORT_VISITED, 1L),
                "visited|5d", Map.of(Counter.COHORT_VISITED, 2L),
                "ordered|9d", Map.of(Counter.COHORT_ORDERED, 0L));

        List<Funnel.Step> steps = Funnel.steps(COUNTERS, times);

        assertThat(steps.get(1).medianHours()).isEqualTo(3);
        assertThat(steps.get(1).medianResolution()).isEqualTo("PT1H");
        assertThat(steps.get(2).medianHours()).isEqualTo(120);
        assertThat(steps.get(2).medianResolution()).isEqualTo("P1D");
        assertThat(steps.get(5).medianHours()).isNull();
    }
}
