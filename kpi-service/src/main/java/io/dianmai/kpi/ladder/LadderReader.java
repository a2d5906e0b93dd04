package io.dianmai.kpi.ladder;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ladder.LadderFlaw.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides whether a draft is a ladder, and tells everything that speaks against it. */
public final class LadderReader {
    /** Clocks of two machines differ, and people write "today"; what is older would change what has happened. */
    private static final Duration BACK = Duration.ofDays(1);

    private static final Duration AHEAD = Duration.ofDays(2 * 366);

    private final DeadlineKind kind;
    private final LadderDraft draft;
    private final Findings findings = new Findings();

    private LadderReader(DeadlineKind kind, LadderDraft draft) {
        this.kind = kind;
        this.draft = draft;
    }

    /** What became of a draft. */
    public sealed interface Reading {
        record Good(Ladder ladder) implements Reading {}

        /** Never without a flaw. */
        record Bad(List<LadderFlaw> flaws) implements Reading {}
    }

    /**
     * Reads what somebody wants to hold from now on or later.
     *
     * @param kind by the address; the draft may leave it out
     * @param exists whether there is such a brand or store
     * @param now holds from then on if the draft says nothing else
     */
    public static Reading change(DeadlineKind kind, LadderDraft draft, Predicate<LadderScope> exists, Instant now) {
        LadderReader reader = new LadderReader(kind, draft);
        Instant from = draft.effectiveFrom() == null ? now : reader.date();
        reader.checkDate(from, now);
        return reader.read(from, exists);
    }

    /** Reads what has been kept: it may hold since long ago, and for a store that is closed. */
    static Reading kept(LadderDraft draft) {
        Findings findings = new Findings();
        Optional<DeadlineKind> kind = findings.constant(draft.kind(), DeadlineKind.class, Fault.UNREADABLE, "/kind");
        if (kind.isEmpty()) {
            return new Reading.Bad(findings.all());
        }
        LadderReader reader = new LadderReader(kind.get(), draft);
        return reader.read(reader.date(), _ -> true);
    }

    private Reading read(@Nullable Instant from, Predicate<LadderScope> exists) {
        if (draft.kind() != null && !draft.kind().equals(kind.name())) {
            findings.add(Fault.UNREADABLE, "/kind", "Must be left out, or be the kind of the address.");
        }
        KindTerms terms = KindTerms.of(kind);
        Optional<LadderScope> scope = scope(exists);
        ClockTerms clock = new ClockReader(terms.clock(), findings).read(draft.clock());
        Duration snooze = snooze(terms.longestSnooze(clock));
        List<Rung> rungs = new RungReader(terms.actions(), findings).read(draft.rungs());
        checkStart(clock, rungs);
        if (from == null || scope.isEmpty() || !findings.all().isEmpty()) {
            return new Reading.Bad(findings.all());
        }
        return new Reading.Good(new Ladder(kind, scope.get(), from, clock, snooze, rungs));
    }

    private Optional<LadderScope> scope(Predicate<LadderScope> exists) {
        Optional<LadderScope> scope = LadderScope.parse(draft.scope());
        if (scope.isEmpty()) {
            unknownScope("Must be group, tier:mid, tier:premium, brand:<id> or store:<id>.");
        } else if (!exists.test(scope.get())) {
            unknownScope("The registry knows no such brand or store.");
        }
        return scope;
    }

    private void unknownScope(String detail) {
        findings.add(Fault.UNKNOWN_SCOPE, "/scope", detail);
    }

    private @Nullable Instant date() {
        try {
            if (draft.effectiveFrom() != null) {
                return OffsetDateTime.parse(draft.effectiveFrom()).toInstant();
            }
        } catch (DateTimeException unreadable) {
            findings.add(Fault.UNREADABLE, "/effectiveFrom", "Must be a time such as 2026-07-01T00:00:00+08:00.");
            return null;
        }
        findings.add(Fault.UNREADABLE, "/effectiveFrom", "A time is needed, such as 2026-07-01T00:00:00+08:00.");
        return null;
    }

    private void checkDate(@Nullable Instant from, Instant now) {
        if (from != null && from.isBefore(now.minus(BACK))) {
            findings.add(
                    Fault.UNFIT_DATE, "/effectiveFrom", "Must not be more than a day ago: what has happened stays.");
        }
        if (from != null && from.isAfter(now.plus(AHEAD))) {
            findings.add(Fault.UNFIT_DATE, "/effectiveFrom", "Must be within two years from now.");
        }
    }

    private Duration snooze(Duration longest) {
        if (draft.longestSnooze() == null) {
            return Duration.ZERO;
        }
        Duration snooze =
                findings.duration(draft.longestSnooze(), "/longestSnooze").orElse(Duration.ZERO);
        if (snooze.isNegative() || snooze.compareTo(longest) > 0) {
            findings.add(
                    Fault.SNOOZE_TOO_LONG,
                    "/longestSnooze",
                    "Must be from PT0S to " + LadderDraft.text(longest) + ", as long as such a deadline runs.");
        }
        return snooze;
    }

    /** Where the engine starts the clock, no rung can lie before the start. */
    private void checkStart(ClockTerms clock, List<Rung> rungs) {
        if (clock.after().isEmpty() || clock.after().getFirst().isNegative() || rungs.isEmpty()) {
            return;
        }
        if (rungs.getFirst().offset().plus(clock.after().getFirst()).isNegative()) {
            findings.add(Fault.OFFSET_TOO_FAR, "/rungs/0/offset", "Must not be before the clock starts.");
        }
    }
}
