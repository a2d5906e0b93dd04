package io.dianmai.kpi.ladder;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ladder as it is written: a piece of JSON that says all about it. {@link LadderReader} tells whether it is one.
 *
 * @param kind a {@code DeadlineKind}
 * @param scope as {@link LadderScope#parse} reads it
 * @param effectiveFrom for example {@code 2026-07-01T00:00:00+08:00}
 * @param clock absent when the event brings the due time
 * @param longestSnooze absent when its reminders cannot be put off
 */
public record LadderDraft(
        @Nullable String kind,
        @Nullable String scope,
        @Nullable String effectiveFrom,
        @Nullable ClockDraft clock,
        @Nullable String longestSnooze,
        @Nullable List<@Nullable RungDraft> rungs) {

    /** {@link ClockTerms} as they are written. */
    public record ClockDraft(
            @Nullable List<@Nullable String> after,
            @Nullable String every) {}

    /**
     * A rung as it is written.
     *
     * @param offset for example {@code PT-30M} or {@code P1D}
     * @param owner not when it is absent
     * @param action {@code NOTIFY} when it is absent
     */
    public record RungDraft(
            @Nullable String offset,
            @Nullable Boolean owner,
            @Nullable List<@Nullable String> audience,
            @Nullable List<@Nullable String> fallback,
            @Nullable String action) {}

    /** How a ladder is written. */
    public static LadderDraft of(Ladder ladder) {
        return new LadderDraft(
                ladder.kind().name(),
                ladder.scope().text(),
                ladder.effectiveFrom().toString(),
                clock(ladder.clock()),
                text(ladder.longestSnooze()),
                ladder.rungs().stream().map(LadderDraft::rung).toList());
    }

    private static @Nullable ClockDraft clock(ClockTerms clock) {
        return clock.equals(ClockTerms.OF_THE_EVENT)
                ? null
                : new ClockDraft(
                        clock.after().stream().map(LadderDraft::text).toList(),
                        clock.every() == null ? null : text(clock.every()));
    }

    private static RungDraft rung(Rung rung) {
        return new RungDraft(
                text(rung.offset()),
                rung.owner() ? true : null,
                rung.audience().isEmpty() ? null : names(rung.audience()),
                rung.fallback().isEmpty() ? null : names(rung.fallback()),
                rung.action().name());
    }

    private static List<@Nullable String> names(List<? extends Enum<?>> constants) {
        return constants.stream().<@Nullable String>map(Enum::name).toList();
    }

    /** Whole days as days: {@code P30D} can be read, {@code PT720H} has to be worked out. */
    static String text(Duration duration) {
        boolean wholeDays = !duration.isZero() && duration.equals(Duration.ofDays(duration.toDays()));
        return wholeDays ? "P" + duration.toDays() + "D" : duration.toString();
    }
}
