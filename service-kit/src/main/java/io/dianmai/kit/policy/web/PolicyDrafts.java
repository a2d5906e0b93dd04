package io.dianmai.kit.policy.web;

import io.dianmai.kit.policy.PolicyDesk;
import io.dianmai.kit.policy.PolicyKind;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Makes policies of what somebody sends. */
final class PolicyDrafts {
    /** Times the most changes that are kept, it is well below what a document may hold. */
    private static final int MOST_CHARACTERS = 50_000;

    private final PolicyDesk desk;

    PolicyDrafts(PolicyDesk desk) {
        this.desk = desk;
    }

    /** Ends the request when it cannot be read, or makes no sense. */
    Object read(PolicyKind<?> kind, Map<String, @Nullable Object> draft) {
        Object policy = readable(kind, draft);
        if (desk.written(policy).toString().length() > MOST_CHARACTERS) {
            throw PolicyProblems.tooLarge(MOST_CHARACTERS);
        }
        List<Violation> flaws = desk.flaws(kind, policy);
        if (!flaws.isEmpty()) {
            throw PolicyProblems.unfit(flaws);
        }
        return policy;
    }

    private Object readable(PolicyKind<?> kind, Map<String, @Nullable Object> draft) {
        try {
            return desk.read(kind, draft);
        } catch (JacksonException unreadable) {
            throw ProblemException.unreadable(unreadable);
        }
    }
}
