package io.dianmai.lead.grading;

import io.dianmai.kit.policy.Policies;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Finds what leads are measured by, from what headquarters has said. */
@Component
public class Yardsticks {
    private final Policies policies;

    Yardsticks(Policies policies) {
        this.policies = policies;
    }

    /** What held at the store when the thing happened that is to be judged. */
    public Yardstick at(String storeId, Instant time) {
        return new Yardstick(
                policies.of(GradingSchemes.KIND, storeId, time), policies.of(ScoringPolicy.KIND, storeId, time));
    }
}
