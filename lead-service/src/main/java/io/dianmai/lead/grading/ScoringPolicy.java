package io.dianmai.lead.grading;

import io.dianmai.contracts.lead.DecisionMaker;
import io.dianmai.contracts.lead.PurchaseTime;
import io.dianmai.contracts.lead.Urgency;
import io.dianmai.kit.policy.PolicyKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 机会评分: what a lead scores. Each factor is worth so many of 100 points; how much of them a lead gets, in percent, is by
 * what was told. What was not told gives none.
 *
 * @param threshold points below which a new lead goes to marketing instead of to an advisor; 0: none does
 * @param weights points that each factor is worth; 100 together
 * @param urgency percent of its points
 * @param purchaseTime percent of its points
 * @param decisionMaker percent of its points
 * @param cycle percent of its points by the age of the lead, the youngest first; older ones get none
 * @param showroom percent of its points for having come
 */
public record ScoringPolicy(
        int threshold,
        Weights weights,
        Map<Urgency, Integer> urgency,
        Map<PurchaseTime, Integer> purchaseTime,
        Map<DecisionMaker, Integer> decisionMaker,
        List<Age> cycle,
        Showroom showroom) {

    /** Points that each factor is worth. */
    public record Weights(int urgency, int purchaseTime, int decisionMaker, int budget, int cycle, int showroom) {
        int sum() {
            return urgency + purchaseTime + decisionMaker + budget + cycle + showroom;
        }
    }

    /**
     * Leads that were put on file less than so many days ago.
     *
     * @param percent of the points for the cycle
     */
    public record Age(int underDays, int percent) {}

    /** Percent for each visit and each test drive, up to 100 together. */
    public record Showroom(int perVisit, int perTestDrive) {}

    /**
     * The figures of the platform: urgency and purchase time tell most. With the threshold 0 no lead is held back until
     * headquarters sets one.
     */
    static final ScoringPolicy SHIPPED = new ScoringPolicy(
            0,
            new Weights(25, 25, 15, 10, 10, 15),
            Map.of(Urgency.HIGH, 100, Urgency.MEDIUM, 60, Urgency.LOW, 20),
            Map.of(
                    PurchaseTime.WITHIN_A_WEEK, 100,
                    PurchaseTime.WITHIN_A_MONTH, 80,
                    PurchaseTime.WITHIN_THREE_MONTHS, 50,
                    PurchaseTime.WITHIN_SIX_MONTHS, 25,
                    PurchaseTime.LATER, 0),
            Map.of(
                    DecisionMaker.SELF, 100,
                    DecisionMaker.PARTNER, 70,
                    DecisionMaker.FAMILY, 50,
                    DecisionMaker.COMPANY, 60,
                    DecisionMaker.OTHER, 30),
            List.of(new Age(7, 100), new Age(30, 60), new Age(90, 30)),
            new Showroom(40, 60));

    /** {@code scoring}. */
    public static final PolicyKind<ScoringPolicy> KIND =
            new PolicyKind<>("scoring", ScoringPolicy.class, SHIPPED, ScoringCheck::flaws);

    public ScoringPolicy {
        urgency = Map.copyOf(urgency);
        purchaseTime = Map.copyOf(purchaseTime);
        decisionMaker = Map.copyOf(decisionMaker);
        cycle = List.copyOf(cycle);
    }

    /**
     * What a lead scores; nothing while nothing was told and no threshold asks for it.
     *
     * @param age since it was put on file
     */
    public Optional<Score> score(Signals told, Duration age, int visits, int testDrives) {
        if (threshold == 0 && !told.any()) {
            return Optional.empty();
        }
        int hundredths = weights.urgency() * percent(urgency, told.urgency())
                + weights.purchaseTime() * percent(purchaseTime, told.purchaseTime())
                + weights.decisionMaker() * percent(decisionMaker, told.decisionMaker())
                + weights.budget() * (told.budgetKnown() ? 100 : 0)
                + weights.cycle() * percent(age)
                + weights.showroom() * percent(visits, testDrives);
        return Optional.of(Score.of((hundredths + 50) / 100, threshold));
    }

    private static <K> int percent(Map<K, Integer> percents, @Nullable K told) {
        return told == null ? 0 : percents.getOrDefault(told, 0);
    }

    private int percent(Duration age) {
        return cycle.stream()
                .filter(step -> age.compareTo(Duration.ofDays(step.underDays())) < 0)
                .map(Age::percent)
                .findFirst()
                .orElse(0);
    }

    private int percent(int visits, int testDrives) {
        long earned = (long) visits * showroom.perVisit() + (long) testDrives * showroom.perTestDrive();
        return (int) Math.min(100, earned);
    }
}
