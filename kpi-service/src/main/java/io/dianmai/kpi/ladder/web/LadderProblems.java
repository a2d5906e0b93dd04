package io.dianmai.kpi.ladder.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderFlaw;
import io.dianmai.kpi.ladder.LadderFlaw.Fault;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What can be wrong with a ladder, or with changing it. */
public final class LadderProblems {
    private static final ProblemType STALE =
            ProblemType.of("stale-version", "The ladder has changed meanwhile", HttpStatus.PRECONDITION_FAILED);
    private static final ProblemType DATE_TAKEN =
            ProblemType.of("ladder-date-taken", "Another ladder holds from this time on", HttpStatus.CONFLICT);
    private static final ProblemType BEGUN =
            ProblemType.of("ladder-begun", "The ladder holds already", HttpStatus.CONFLICT);
    private static final ProblemType FULL =
            ProblemType.of("ladder-full", "The ladder has been changed too often", HttpStatus.CONFLICT);

    private LadderProblems() {}

    /** Names the problem by the first sort of flaw, and tells all of them. */
    public static ProblemException of(List<LadderFlaw> flaws) {
        List<LadderFlaw> ordered =
                flaws.stream().sorted(Comparator.comparing(LadderFlaw::fault)).toList();
        List<Violation> errors = ordered.stream()
                .map(flaw -> new Violation(flaw.pointer(), flaw.detail()))
                .toList();
        return new ProblemException(
                type(ordered.getFirst().fault()), "See errors for what is wrong and where.", Map.of("errors", errors));
    }

    static ProblemType type(Fault fault) {
        return switch (fault) {
            case UNREADABLE -> ProblemType.INVALID;
            case UNKNOWN_SCOPE -> bad("unknown-scope", "There is no such brand or store");
            case UNFIT_DATE -> bad("unfit-effective-date", "A ladder cannot hold from this time on");
            case NO_RUNGS -> bad("ladder-without-rungs", "The ladder has no rungs");
            case TOO_MANY_RUNGS -> bad("too-many-rungs", "The ladder has too many rungs");
            case RUNGS_OUT_OF_ORDER -> bad("rungs-out-of-order", "A rung does not come after the one before");
            case OFFSET_TOO_FAR -> bad("offset-too-far", "A rung is too far from the due time");
            case OFFSET_TOO_FINE -> bad("offset-too-fine", "A rung is not on a whole minute");
            case UNKNOWN_ROLE -> bad("unknown-role", "A rung is for a role that there is not");
            case TELLS_NOBODY -> bad("rung-for-nobody", "A rung tells nobody");
            case ACTS_FOR_NOBODY ->
                bad("acts-for-nobody", "A rung takes work away and tells nobody who could see to it");
            case UNFIT_FALLBACK -> bad("unfit-fallback", "A rung's fallback is missing, or never needed");
            case UNFIT_ACTION -> bad("unfit-action", "A rung does what this kind of deadline does not know");
            case UNFIT_CLOCK -> bad("unfit-clock", "The terms of the clock do not fit this kind of deadline");
            case CLOCK_TOO_FAST -> bad("clock-too-fast", "The clock is set anew too often");
            case SNOOZE_TOO_LONG -> bad("snooze-limit-too-long", "Reminders could be put off for too long");
        };
    }

    private static ProblemType bad(String slug, String title) {
        return ProblemType.of(slug, title, HttpStatus.BAD_REQUEST);
    }

    static ProblemException stale(int revision) {
        return new ProblemException(STALE, "It has revision " + revision + ". Read it again, then repeat.");
    }

    static ProblemException dateTaken(Ladder ladder) {
        return new ProblemException(
                DATE_TAKEN,
                "A ladder of this kind and scope holds from " + ladder.effectiveFrom()
                        + ". Choose another time, or delete that one if it has not begun.");
    }

    static ProblemException begun() {
        return new ProblemException(
                BEGUN, "Deadlines go by it. Put another one with a later date, or delete without effectiveFrom.");
    }

    static ProblemException full(int changes) {
        return new ProblemException(FULL, "A kind and scope can be changed " + changes + " times.");
    }
}
