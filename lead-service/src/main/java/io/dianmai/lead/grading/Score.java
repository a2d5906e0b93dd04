package io.dianmai.lead.grading;

/**
 * 机会评分 of a lead as of its last change.
 *
 * @param points 0 to 100
 * @param threshold that it was held against
 * @param nurture whether it is below
 */
public record Score(int points, int threshold, boolean nurture) {
    static Score of(int points, int threshold) {
        return new Score(points, threshold, points < threshold);
    }

    /** Whether it tells nobody anything new. */
    public boolean saysTheSameAs(Score other) {
        return points == other.points && nurture == other.nurture;
    }
}
