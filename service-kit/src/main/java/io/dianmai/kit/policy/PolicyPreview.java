package io.dianmai.kit.policy;

import io.dianmai.kit.security.Viewer;
import java.time.Instant;

/**
 * Tells what a change of a policy would come to, before it is made. Optional: the feature that owns the kind makes it a
 * bean.
 */
public interface PolicyPreview<T> {
    /** What kind it can tell of. */
    PolicyKind<T> kind();

    /** The answer, written as JSON; nothing is changed. */
    Object of(Draft<T> draft, Viewer viewer);

    /**
     * A change that somebody thinks of.
     *
     * @param then the rules as they would be
     */
    record Draft<T>(T policy, PolicyScope scope, Instant effectiveFrom, Policies now, Policies then) {}
}
