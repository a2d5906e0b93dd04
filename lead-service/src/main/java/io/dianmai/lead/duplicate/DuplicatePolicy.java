package io.dianmai.lead.duplicate;

import io.dianmai.kit.policy.PolicyKind;
import io.dianmai.kit.problem.Violation;
import java.time.Duration;
import java.util.List;

/**
 * 撞单保护: how stores of a group treat each other's customers.
 *
 * @param protection for how long the first store's registration of a phone is protected: who registers it elsewhere within
 *     this time clashes with it, and headquarters hears of it
 */
record DuplicatePolicy(Duration protection) {
    /** A month, as long as a lead may stay idle with its advisor. */
    static final DuplicatePolicy SHIPPED = new DuplicatePolicy(Duration.ofDays(30));

    private static final Duration LONGEST = Duration.ofDays(3650);

    static final PolicyKind<DuplicatePolicy> KIND =
            new PolicyKind<>("duplicates", DuplicatePolicy.class, SHIPPED, DuplicatePolicy::flaws);

    private List<Violation> flaws() {
        return protection.isNegative() || protection.compareTo(LONGEST) > 0
                ? List.of(new Violation("/protection", "Must be from no time to ten years, for example P30D."))
                : List.of();
    }
}
