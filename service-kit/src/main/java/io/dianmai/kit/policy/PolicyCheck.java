package io.dianmai.kit.policy;

import io.dianmai.kit.problem.Violation;
import java.util.List;

/** Tells whether a policy that can be read makes sense. */
@FunctionalInterface
public interface PolicyCheck<T> {
    /** All that is wrong, each with a JSON Pointer into the policy; nothing when it is fine. */
    List<Violation> flaws(T policy);

    /** For policies whose shape says it all. */
    static <T> PolicyCheck<T> none() {
        return _ -> List.of();
    }
}
