package io.dianmai.followup.policy;

import io.dianmai.kit.policy.Policies;
import io.dianmai.kit.policy.PolicyKind;
import java.time.Instant;

/** Finds the rules that hold at a store at a time. */
public final class Rules {
    private final PolicyKind<CadencePolicy> cadence;
    private final PolicyKind<TaskPolicy> tasks;
    private final Policies policies;

    Rules(PolicyKind<CadencePolicy> cadence, PolicyKind<TaskPolicy> tasks, Policies policies) {
        this.cadence = cadence;
        this.tasks = tasks;
        this.policies = policies;
    }

    /** As everybody has heard of them. */
    public FollowUpPolicy at(String storeId, Instant time) {
        return at(storeId, time, policies);
    }

    /** As they are in a draft. */
    public FollowUpPolicy at(String storeId, Instant time, Policies said) {
        return new FollowUpPolicy(said.of(cadence, storeId, time), said.of(tasks, storeId, time));
    }
}
