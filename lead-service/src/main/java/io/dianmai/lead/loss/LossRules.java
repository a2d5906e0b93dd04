package io.dianmai.lead.loss;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.policy.Policies;
import io.dianmai.kit.policy.PolicyKind;
import io.dianmai.kit.security.Viewer;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The rules about losses that hold at a store, and what they mean for who asks. */
@Component
class LossRules {
    private final Policies policies;
    private final PolicyKind<LossPolicy> kind;

    LossRules(Policies policies, PolicyKind<LossPolicy> lossPolicy) {
        this.policies = policies;
        this.kind = lossPolicy;
    }

    LossPolicy at(String storeId, Instant time) {
        return policies.of(kind, storeId, time);
    }

    /** Whether the viewer's word about a loss needs nobody else's. */
    static boolean reviews(LossPolicy policy, Viewer viewer) {
        return viewer.has(policy.reviewers().toArray(Role[]::new));
    }
}
