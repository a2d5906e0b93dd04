package io.dianmai.lead.grading;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.lead.DecisionMaker;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.PurchaseTime;
import io.dianmai.contracts.lead.Urgency;
import io.dianmai.kit.problem.Violation;
import io.dianmai.lead.grading.ScoringPolicy.Age;
import io.dianmai.lead.grading.ScoringPolicy.Showroom;
import io.dianmai.lead.grading.ScoringPolicy.Weights;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringPolicyTests {
    private static final Signals ALL = new Signals(Urgency.HIGH, PurchaseTime.WITHIN_A_WEEK, DecisionMaker.SELF, true);

    private final ScoringPolicy shipped = ScoringPolicy.SHIPPED;

    @Test
    void everythingToldAndSeenIsAHundred() {
        assertThat(points(ALL, Duration.ZERO, 1, 1)).isEqualTo(100);
        assertThat(points(ALL, Duration.ZERO, 9, 9)).isEqualTo(100);
    }

    @Test
    void eachFactorAddsWhatItIsWorth() {
        Duration old = Duration.ofDays(90);
        assertThat(points(new Signals(Urgency.MEDIUM, null, null, false), old, 0, 0))
                .isEqualTo(15);
        assertThat(points(new Signals(null, PurchaseTime.WITHIN_A_MONTH, null, false), old, 0, 0))
                .isEqualTo(20);
        assertThat(points(new Signals(null, null, DecisionMaker.SELF, false), old, 0, 0))
                .isEqualTo(15);
        assertThat(points(new Signals(null, null, null, true), old, 0, 0)).isEqualTo(10);
        // 25 % of 25 is 6.25, 30 % of 15 is 4.5: together 10.75.
        assertThat(points(new Signals(null, PurchaseTime.WITHIN_SIX_MONTHS, DecisionMaker.OTHER, false), old, 0, 0))
                .isEqualTo(11);
        assertThat(points(new Signals(null, null, null, true), old, 1, 0)).isEqualTo(16);
        assertThat(points(new Signals(null, null, null, true), old, 0, 1)).isEqualTo(19);
    }

    @Test
    void aLeadAgesAtTheInstant() {
        Signals budget = new Signals(null, null, null, true);
        assertThat(points(budget, Duration.ofDays(7).minusMillis(1), 0, 0)).isEqualTo(20);
        assertThat(points(budget, Duration.ofDays(7), 0, 0)).isEqualTo(16);
        assertThat(points(budget, Duration.ofDays(90).minusMillis(1), 0, 0)).isEqualTo(13);
        assertThat(points(budget, Duration.ofDays(90), 0, 0)).isEqualTo(10);
        assertThat(points(budget, Duration.ofDays(-1), 0, 0)).isEqualTo(20);
    }

    @Test
    void nothingToldIsNotScoredUntilAThresholdAsksForIt() {
        assertThat(shipped.score(Signals.NONE, Duration.ZERO, 3, 1)).isEmpty();
        assertThat(threshold(40).score(Signals.NONE, Duration.ZERO, 0, 0)).contains(new Score(10, 40, true));
    }

    @Test
    void theThresholdItselfIsEnough() {
        assertThat(threshold(20).score(new Signals(null, null, null, true), Duration.ZERO, 0, 0))
                .contains(new Score(20, 20, false));
        assertThat(threshold(21).score(new Signals(null, null, null, true), Duration.ZERO, 0, 0))
                .contains(new Score(20, 21, true));
    }

    @Test
    void aCardTellsTheSignals() {
        assertThat(Signals.of(null)).isEqualTo(Signals.NONE);
        assertThat(Signals.of(Interest.UNKNOWN)).isEqualTo(Signals.NONE);
        assertThat(Signals.of(new Interest(
                        "X5", null, null, 1L, null, null, null, DecisionMaker.SELF, Urgency.HIGH, null, null)))
                .isEqualTo(new Signals(Urgency.HIGH, null, DecisionMaker.SELF, true));
    }

    @Test
    void isWrittenAndReadAsJson() {
        assertThat(EventJson.MAPPER.readValue(EventJson.MAPPER.writeValueAsBytes(shipped), ScoringPolicy.class))
                .isEqualTo(shipped);
    }

    @Test
    void saysWhereTheFiguresMakeNoSense() {
        assertThat(ScoringCheck.flaws(shipped)).isEmpty();
        var wrong = new ScoringPolicy(
                101,
                new Weights(-1, 0, 0, 0, 0, 0),
                Map.of(Urgency.HIGH, 101),
                Map.of(),
                Map.of(DecisionMaker.SELF, -1),
                List.of(new Age(7, 100), new Age(7, 101)),
                new Showroom(-1, 101));
        assertThat(ScoringCheck.flaws(wrong))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/threshold",
                        "/weights/urgency",
                        "/urgency/HIGH",
                        "/decisionMaker/SELF",
                        "/cycle/1/underDays",
                        "/cycle/1/percent",
                        "/showroom/perVisit",
                        "/showroom/perTestDrive");
        var light = new ScoringPolicy(
                0, new Weights(25, 25, 15, 10, 10, 14), Map.of(), Map.of(), Map.of(), List.of(), new Showroom(0, 0));
        assertThat(ScoringCheck.flaws(light)).extracting(Violation::pointer).containsExactly("/weights");
    }

    private int points(Signals told, Duration age, int visits, int testDrives) {
        return shipped.score(told, age, visits, testDrives).orElseThrow().points();
    }

    private ScoringPolicy threshold(int threshold) {
        return new ScoringPolicy(
                threshold,
                shipped.weights(),
                shipped.urgency(),
                shipped.purchaseTime(),
                shipped.decisionMaker(),
                shipped.cycle(),
                shipped.showroom());
    }
}
