package io.dianmai.kpi.target;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version to be added to a plan.
 *
 * @param expected the revision that the plan must have; null for whichever it has
 */
public record PlanChange(
        PlanKey key, PlanVersion version, @Nullable Integer expected) {
    /** Years of daily changes; a document has its limits. */
    private static final int MOST_VERSIONS = 500;

    String id() {
        return key.id();
    }

    /** What comes of it on the plan as it is; null while there is none. */
    Recorded on(@Nullable Plan plan) {
        List<PlanVersion> versions = plan == null ? List.of() : plan.versions();
        if (expected != null && expected != versions.size()) {
            return new Recorded.Stale(versions.size());
        }
        if (plan != null && versions.getLast().plansTheSameAs(version)) {
            return new Recorded.Unchanged(plan);
        }
        if (versions.size() >= MOST_VERSIONS) {
            return new Recorded.Full(MOST_VERSIONS);
        }
        List<PlanVersion> more = new ArrayList<>(versions);
        more.add(version);
        return new Recorded.Saved(new Plan(key, more));
    }
}
