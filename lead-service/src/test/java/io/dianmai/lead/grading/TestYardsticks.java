package io.dianmai.lead.grading;

/** Other rules than those that ship. */
public final class TestYardsticks {
    private TestYardsticks() {}

    /** By a scheme that comes with the platform. */
    public static Yardstick scheme(String name) {
        GradingPolicy scheme = GradingSchemes.templates().stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Yardstick(scheme, ScoringPolicy.SHIPPED);
    }

    /** With a threshold for scores. */
    public static Yardstick threshold(int threshold) {
        ScoringPolicy shipped = ScoringPolicy.SHIPPED;
        return new Yardstick(
                Yardstick.shipped().grading(),
                new ScoringPolicy(
                        threshold,
                        shipped.weights(),
                        shipped.urgency(),
                        shipped.purchaseTime(),
                        shipped.decisionMaker(),
                        shipped.cycle(),
                        shipped.showroom()));
    }
}
