package io.dianmai.lead.assignment;

import io.dianmai.kit.policy.PolicyCheck;
import io.dianmai.kit.problem.Violation;
import java.util.ArrayList;
import java.util.List;

/** What makes no sense in a rule of assignment. */
final class AssignmentCheck implements PolicyCheck<AssignmentPolicy> {
    private static final int MOST_MATCHES = 50;
    /** More than anybody could look after. */
    private static final int MOST_LEADS = 10_000;

    @Override
    public List<Violation> flaws(AssignmentPolicy policy) {
        var flaws = new ArrayList<Violation>();
        if (policy.roles().isEmpty()) {
            flaws.add(new Violation("/roles", "Somebody must get leads: name at least one role."));
        }
        if (policy.matches().size() > MOST_MATCHES) {
            flaws.add(new Violation("/matches", "At most " + MOST_MATCHES + "."));
        }
        for (int place = 0; place < policy.matches().size(); place++) {
            if (policy.matches().get(place).saysTooLittle()) {
                flaws.add(new Violation(
                        "/matches/" + place,
                        "Must name which leads (channel, model or team) and to whom (toStaff or toTeam)."));
            }
        }
        addCapacityFlaws(policy, flaws);
        return flaws;
    }

    private static void addCapacityFlaws(AssignmentPolicy policy, List<Violation> flaws) {
        Integer common = policy.capacity();
        if (common != null && !plausible(common)) {
            flaws.add(new Violation("/capacity", "Must be from 1 to " + MOST_LEADS + "; absent for none."));
        }
        if (policy.capacities() != null) {
            policy.capacities().forEach((staffId, capacity) -> {
                if (!plausible(capacity)) {
                    flaws.add(
                            new Violation("/capacities/" + pointer(staffId), "Must be from 1 to " + MOST_LEADS + "."));
                }
            });
        }
    }

    private static boolean plausible(int capacity) {
        return capacity >= 1 && capacity <= MOST_LEADS;
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
