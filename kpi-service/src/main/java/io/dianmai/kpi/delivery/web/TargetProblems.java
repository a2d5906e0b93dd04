package io.dianmai.kpi.delivery.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kpi.delivery.Objection;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What can be wrong with targets and deliveries. */
final class TargetProblems {
    private static final ProblemType CHANNEL_MISSING =
            ProblemType.of("delivery-channel-missing", "There is no such channel here", HttpStatus.BAD_REQUEST);
    private static final ProblemType TOO_MANY =
            ProblemType.of("too-many-targets", "There are too many delivery targets", HttpStatus.CONFLICT);
    private static final ProblemType VERSION_NEEDED =
            ProblemType.of("version-needed", "A change must name its version", HttpStatus.PRECONDITION_REQUIRED);
    private static final ProblemType STALE_VERSION =
            ProblemType.of("stale-version", "The object has changed since", HttpStatus.PRECONDITION_FAILED);
    private static final ProblemType NO_SECRET = ProblemType.of(
            "delivery-secret-not-made", "This channel's secrets are made elsewhere", HttpStatus.CONFLICT);
    private static final ProblemType NOT_PARKED =
            ProblemType.of("delivery-not-parked", "Only what is parked can be sent again", HttpStatus.CONFLICT);
    private static final ProblemType TARGET_GONE =
            ProblemType.of("delivery-target-gone", "The target was deleted", HttpStatus.CONFLICT);

    private TargetProblems() {}

    static ProblemException of(Objection objection) {
        return new ProblemException(
                objection.type(),
                objection.detail(),
                Map.of("errors", List.of(new Violation(objection.pointer(), objection.detail()))));
    }

    static ProblemException channelMissing() {
        return new ProblemException(CHANNEL_MISSING, "This installation has no such channel; see its settings.");
    }

    static ProblemException tooMany(int most) {
        return new ProblemException(TOO_MANY, "There can be " + most + ". Delete one that is not used any more.");
    }

    static ProblemException versionNeeded() {
        return new ProblemException(VERSION_NEEDED, "Send If-Match with the ETag of the version that you have read.");
    }

    static ProblemException staleVersion() {
        return new ProblemException(STALE_VERSION, "Read it again, then repeat the change with its ETag.");
    }

    static ProblemException noSecret() {
        return new ProblemException(NO_SECRET, "Enter its secret with PUT, in the field secret.");
    }

    static ProblemException notParked() {
        return new ProblemException(NOT_PARKED, "This one waits, was delivered, or was sent again already.");
    }

    static ProblemException targetGone() {
        return new ProblemException(TARGET_GONE, "Make a new target; it gets what is fired from then on.");
    }
}
