package io.dianmai.followup.policy;

import io.dianmai.kit.policy.Policies;
import org.springframework.boot.context.properties.bind.Binder;

/** The rules as they ship, without a setting. */
public final class ShippedRules {
    private ShippedRules() {}

    static FollowUpProperties properties() {
        return new Binder().bindOrCreate("dianmai.follow-up", FollowUpProperties.class);
    }

    public static FollowUpPolicy policy() {
        var properties = properties();
        return new FollowUpPolicy(ShippedPolicies.cadence(properties.cadence()), ShippedPolicies.tasks(properties));
    }

    /** Where headquarters says nothing. */
    public static Rules rules() {
        return new Rules(
                new PolicyConfiguration().cadencePolicy(properties()),
                new PolicyConfiguration().taskPolicy(properties()),
                Policies.shipped());
    }
}
