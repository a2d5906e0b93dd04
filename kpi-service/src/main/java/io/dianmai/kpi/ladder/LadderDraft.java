package io.dianmai.kpi.ladder;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One ladder as it is written: a piece of JSON that says all about it.
 *
 * @param scope the group when it is absent
 * @param clock absent when the event brings the due time
 * @param longestSnooze absent when its reminders cannot be put off
 */
record LadderDraft(
        @Nullable DeadlineKind kind,
        @Nullable String scope,
        @Nullable Instant effectiveFrom,
        @Nullable ClockDraft clock,
        @Nullable Duration longestSnooze,
        @Nullable List<RungDraft> rungs) {

    record ClockDraft(
            @Nullable List<Duration> after, @Nullable Duration every) {
        ClockTerms terms() {
            return new ClockTerms(orNone(after), every);
        }
    }

    /**
     * A rung as it is written.
     *
     * @param action to notify when it is absent
     */
    record RungDraft(
            Duration offset,
            @Nullable Boolean owner,
            @Nullable List<Role> audience,
            @Nullable List<Role> fallback,
            @Nullable RungAction action) {
        Rung rung() {
            return new Rung(
                    offset,
                    Boolean.TRUE.equals(owner),
                    orNone(audience),
                    orNone(fallback),
                    action == null ? RungAction.NOTIFY : action);
        }
    }

    Ladder ladder() {
        return new Ladder(
                Objects.requireNonNull(kind),
                LadderScope.parse(scope).orElseThrow(),
                Objects.requireNonNull(effectiveFrom),
                clock == null ? ClockTerms.OF_THE_EVENT : clock.terms(),
                longestSnooze == null ? Duration.ZERO : longestSnooze,
                orNone(rungs).stream().map(RungDraft::rung).toList());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
