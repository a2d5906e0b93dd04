package io.dianmai.lead.grading;

/** What leads of one store are measured by at one time. */
public record Yardstick(GradingPolicy grading, ScoringPolicy scoring) {
    /** Where headquarters says nothing. */
    public static Yardstick shipped() {
        return new Yardstick(GradingSchemes.KIND.shipped(), ScoringPolicy.KIND.shipped());
    }
}
