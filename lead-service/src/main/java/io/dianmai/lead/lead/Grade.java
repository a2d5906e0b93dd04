package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.Level;
import io.dianmai.lead.grading.GradingPolicy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The level of a lead and how it came about.
 *
 * @param overridden set by the advisor against the criteria, for {@code reason}
 * @param byCriteria what the criteria come to, whatever the advisor says; absent in leads stored before it was kept
 * @param scheme name of the level scheme; absent in leads stored before there was more than one
 */
public record Grade(
        Level level,
        boolean overridden,
        @Nullable String reason,
        @Nullable Level byCriteria,
        @Nullable String scheme) {
    static Grade byCriteria(Level level, GradingPolicy scheme) {
        return new Grade(level, false, null, level, scheme.name());
    }

    static Grade overridden(Level judged, String reason, Level byCriteria, GradingPolicy scheme) {
        return new Grade(judged, true, reason, byCriteria, scheme.name());
    }

    /** The level of whoever has ordered. */
    static Grade ordered(GradingPolicy scheme) {
        return byCriteria(scheme.ordered(), scheme);
    }

    static Grade of(LeadGraded event) {
        return new Grade(event.level(), event.overridden(), event.reason(), event.byCriteria(), event.scheme());
    }

    /** The same without what anybody said in words. */
    Grade wordless() {
        return new Grade(level, overridden, null, byCriteria, scheme);
    }

    /** What the criteria came to, as far as that is known. */
    @Nullable
    Level criteriaLevel() {
        return byCriteria == null && !overridden ? level : byCriteria;
    }

    /** Whether {@code next} is no news; of what was not kept nothing is. */
    boolean saysTheSameAs(Grade next) {
        return level == next.level
                && overridden == next.overridden
                && Objects.equals(reason, next.reason)
                && (byCriteria == null || byCriteria == next.byCriteria)
                && (scheme == null || scheme.equals(next.scheme));
    }
}
