package io.dianmai.lead.pool;

import io.dianmai.kit.policy.PolicyCheck;
import io.dianmai.kit.problem.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes no sense in a rule of the pool. */
final class PoolCheck implements PolicyCheck<PoolPolicy> {
    private static final int MOST_CLAIMS = 1_000;
    private static final int MOST_SHARED = 1_000;
    private static final int MOST_DAYS = 366;
    private static final int MOST_HOURS = 24 * 31;

    @Override
    public List<Violation> flaws(PoolPolicy policy) {
        var flaws = new ArrayList<Violation>();
        within("/claimsPerDay", policy.claimsPerDay(), 1, MOST_CLAIMS, flaws);
        within("/openClaims", policy.openClaims(), 1, MOST_CLAIMS, flaws);
        within("/ownLeadAfterDays", policy.ownLeadAfterDays(), 0, MOST_DAYS, flaws);
        within("/refuseWithinHours", policy.refuseWithinHours(), 0, MOST_HOURS, flaws);
        if (!policy.contactWithin().isPositive() || policy.contactWithin().compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            flaws.add(new Violation("/contactWithin", "Must be longer than nothing and at most a year, like P10D."));
        }
        PoolPolicy.ShareOut shareOut = policy.shareOut();
        if (shareOut != null) {
            if (shareOut.teamId().isBlank()) {
                flaws.add(new Violation("/shareOut/teamId", "Must name a team."));
            }
            within("/shareOut/perDay", shareOut.perDay(), 1, MOST_SHARED, flaws);
        }
        return flaws;
    }

    private static void within(String pointer, @Nullable Integer figure, int least, int most, List<Violation> flaws) {
        if (figure != null && (figure < least || figure > most)) {
            flaws.add(new Violation(pointer, "Must be from " + least + " to " + most + "."));
        }
    }
}
