package io.dianmai.lead.loss;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 战败规则: when an advisor may give a lead up, and who has to agree. What a manager or a store system says is final
 * whatever this says.
 *
 * @param minimumEffectiveContacts effective contacts (有效跟进) that there must have been
 * @param review whether somebody has to agree
 * @param reviewers roles that agree, or give up a lead of their own accord
 * @param reactivateEvery how often a lost customer is to be asked again (战败激活), an ISO 8601 period of days; for
 *     people to read: the tasks for it are followup-service's
 */
public record LossPolicy(int minimumEffectiveContacts, boolean review, Set<Role> reviewers, String reactivateEvery) {
    /** The sales managers' handbook: nobody is lost before three real conversations, nor without the manager's word. */
    static final LossPolicy SHIPPED =
            new LossPolicy(3, true, Set.of(Role.GROUP_HQ, Role.GENERAL_MANAGER, Role.SALES_MANAGER), "P91D");

    private static final int MOST_CONTACTS = 50;
    private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]{0,2}D");
    private static final Set<Role> MAY_REVIEW = Set.of(
            Role.GROUP_HQ,
            Role.BRAND_DIRECTOR,
            Role.REGIONAL_MANAGER,
            Role.GENERAL_MANAGER,
            Role.SALES_MANAGER,
            Role.SHOWROOM_SUPERVISOR);

    public LossPolicy {
        reviewers = Set.copyOf(reviewers);
    }

    List<Violation> flaws() {
        var flaws = new ArrayList<Violation>();
        if (minimumEffectiveContacts < 0 || minimumEffectiveContacts > MOST_CONTACTS) {
            flaws.add(new Violation("/minimumEffectiveContacts", "Must be from 0 to " + MOST_CONTACTS + "."));
        }
        if (reviewers.isEmpty()) {
            flaws.add(new Violation("/reviewers", "Name at least one role, or nobody's word is final."));
        }
        if (!MAY_REVIEW.containsAll(reviewers)) {
            flaws.add(new Violation(
                    "/reviewers",
                    "Must be among " + MAY_REVIEW.stream().sorted().toList() + "."));
        }
        if (!DAYS.matcher(reactivateEvery).matches()) {
            flaws.add(new Violation("/reactivateEvery", "Must be a period of days, for example P91D."));
        }
        return flaws;
    }
}
