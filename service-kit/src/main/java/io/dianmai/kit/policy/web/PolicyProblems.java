package io.dianmai.kit.policy.web;

import io.dianmai.kit.policy.PolicyScope;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What can be wrong with a policy, or with changing it. */
final class PolicyProblems {
    private static final ProblemType UNKNOWN_KIND =
            ProblemType.of("unknown-policy", "There is no such kind of policy", HttpStatus.NOT_FOUND);
    private static final ProblemType NO_PREVIEW =
            ProblemType.of("no-policy-preview", "Nobody can tell what such a change comes to", HttpStatus.NOT_FOUND);
    private static final ProblemType UNKNOWN_SCOPE = bad("unknown-scope", "There is no such brand or store");
    private static final ProblemType UNFIT_DATE = bad("unfit-effective-date", "A policy cannot hold from this time on");
    private static final ProblemType UNFIT = bad("unfit-policy", "The policy makes no sense");
    private static final ProblemType STALE =
            ProblemType.of("stale-version", "The policy has changed meanwhile", HttpStatus.PRECONDITION_FAILED);
    private static final ProblemType DATE_TAKEN =
            ProblemType.of("policy-date-taken", "Another policy holds from this time on", HttpStatus.CONFLICT);
    private static final ProblemType BEGUN =
            ProblemType.of("policy-begun", "The policy holds already", HttpStatus.CONFLICT);
    private static final ProblemType FULL =
            ProblemType.of("policy-full", "The policy has been changed too often", HttpStatus.CONFLICT);

    private PolicyProblems() {}

    private static ProblemType bad(String slug, String title) {
        return ProblemType.of(slug, title, HttpStatus.BAD_REQUEST);
    }

    static ProblemException unknownKind() {
        return new ProblemException(UNKNOWN_KIND, "The list of all policies names the kinds that there are.");
    }

    static ProblemException noPreview() {
        return new ProblemException(NO_PREVIEW, "There is no preview for this kind of policy.");
    }

    static ProblemException unreadableScope() {
        return ProblemException.invalid(
                List.of(new Violation("scope", "Must be group, tier:mid, tier:premium, brand:<id> or store:<id>.")));
    }

    static ProblemException unknownScope(PolicyScope scope) {
        return new ProblemException(UNKNOWN_SCOPE, "The registry does not know " + scope.text() + '.');
    }

    static ProblemException unfitDate(String detail) {
        return new ProblemException(
                UNFIT_DATE, detail, Map.of("errors", List.of(new Violation("effectiveFrom", detail))));
    }

    static ProblemException unfit(List<Violation> flaws) {
        return new ProblemException(UNFIT, "See errors for what is wrong and where.", Map.of("errors", flaws));
    }

    static ProblemException tooLarge(int most) {
        return new ProblemException(ProblemType.TOO_LARGE, "A policy may have " + most + " characters.");
    }

    static ProblemException unfitIfMatch() {
        return ProblemException.invalid(
                List.of(new Violation("If-Match", "Must be the ETag of the policy, for example \"3\".")));
    }

    static ProblemException stale(int revision) {
        return new ProblemException(STALE, "It has revision " + revision + ". Read it again, then repeat.");
    }

    static ProblemException dateTaken(Instant from) {
        return new ProblemException(
                DATE_TAKEN,
                "A policy of this kind and scope holds from " + from
                        + ". Choose another time, or delete that one if it has not begun.");
    }

    static ProblemException begun() {
        return new ProblemException(
                BEGUN, "Things are decided by it. Put another one with a later date, or delete without effectiveFrom.");
    }

    static ProblemException full(int changes) {
        return new ProblemException(FULL, "A kind and scope can be changed " + changes + " times.");
    }
}
