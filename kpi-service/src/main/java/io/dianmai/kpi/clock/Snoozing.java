package io.dianmai.kpi.clock;

import io.dianmai.contracts.deadline.DeadlineEvent;
import io.dianmai.contracts.deadline.DeadlineSnoozed;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kpi.deadline.RungTimes.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether reminders may be put off: what acts when a deadline lapses, and the deadline itself, never move.
 *
 * @param clock as it runs
 * @param left its rungs that have not fired, as if it were not snoozed
 * @param longest how far its reminders may be put off in all
 * @param now when this is asked
 */
record Snoozing(Episode clock, List<Firing> left, Duration longest, Instant now) {
    Decision<DeadlineEvent> decide(@Nullable DeskState desk, Instant until, String reason, String by) {
        Optional<DeskState.Snooze> before = desk == null ? Optional.empty() : desk.snoozeOf(clock.dueAt());
        if (before.filter(snooze -> snooze.until().equals(until)).isPresent()) {
            return Decision.accept(List.of());
        }
        return refusal(until, before.map(DeskState.Snooze::firstAt).orElse(now))
                .map(Decision::<DeadlineEvent>refuse)
                .orElseGet(() -> Decision.accept(
                        new DeadlineSnoozed(clock.kind(), clock.aggregateId(), clock.dueAt(), until, reason, by)));
    }

    private Optional<Refusal> refusal(Instant until, Instant firstAt) {
        if (!clock.isRunning()) {
            return Optional.of(Refusal.conflict(
                    "deadline-not-running", "What this deadline waited for was done, or is not needed any more."));
        }
        if (!until.isAfter(now)) {
            return Optional.of(
                    Refusal.invalid("snooze-in-the-past", "Reminders can be put off to a later time than now only."));
        }
        if (until.isAfter(firstAt.plus(longest))) {
            return Optional.of(Refusal.invalid("snooze-too-long", tooLong(firstAt)));
        }
        return pastNextAct(until).or(() -> nothingLeft(until));
    }

    private String tooLong(Instant firstAt) {
        return longest.isZero()
                ? "Reminders of this kind cannot be put off."
                : "Reminders of this deadline can be put off until " + firstAt.plus(longest) + " at the latest.";
    }

    private Optional<Refusal> pastNextAct(Instant until) {
        return nextAct()
                .filter(act -> until.isAfter(act.at()))
                .map(act -> Refusal.invalid(
                        "snooze-past-next-act",
                        "At " + act.at() + " this deadline does more than remind ("
                                + act.rung().action() + "): put off until then at the latest."));
    }

    private Optional<Firing> nextAct() {
        return left.stream()
                .filter(firing -> firing.rung().action() != RungAction.NOTIFY)
                .findFirst();
    }

    private Optional<Refusal> nothingLeft(Instant until) {
        boolean moves = left.stream()
                .anyMatch(firing -> firing.rung().action() == RungAction.NOTIFY
                        && firing.at().isBefore(until));
        return moves
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "nothing-to-snooze", "No reminder of this deadline comes before " + until + " any more."));
    }

    /** The latest time that would not be refused for being too late. */
    Instant latest(@Nullable DeskState desk) {
        Instant firstAt = Optional.ofNullable(desk)
                .flatMap(state -> state.snoozeOf(clock.dueAt()))
                .map(DeskState.Snooze::firstAt)
                .orElse(now);
        Instant limit = firstAt.plus(longest);
        return nextAct().map(Firing::at).filter(act -> act.isBefore(limit)).orElse(limit);
    }
}
