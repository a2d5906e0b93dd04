package io.dianmai.kpi.clock;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.RungAction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as it is shown.
 *
 * @param aggregateId the follow-up plan, lead, repair order or complaint that it is about
 * @param armedAt when its clock was set
 * @param endedAt when what it waited for was done; absent while it runs
 * @param snooze absent when its reminders are not put off
 * @param snoozableUntil how far they can be put off at most; absent when they cannot
 * @param next the rung that fires next; absent when none is left
 * @param rungs all of them, of one deadline only
 * @param earlier its runs before, the last ones, of one deadline only
 */
record DeadlineView(
        String id,
        String storeId,
        DeadlineKind kind,
        String aggregateId,
        @Nullable String ownerId,
        State state,
        Instant armedAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable SnoozeView snooze,
        @Nullable Instant snoozableUntil,
        @Nullable RungView next,
        @Nullable List<RungView> rungs,
        @Nullable List<RunView> earlier) {

    enum State {
        RUNNING,
        CLEARED
    }

    /**
     * Reminders are put off.
     *
     * @param by staff id or account
     */
    record SnoozeView(Instant until, String reason, String by) {}

    /**
     * A rung of its ladder.
     *
     * @param at when it fired, or fires if nothing stops it
     * @param audience roles that would hear of it now; absent when it has fired
     * @param recipients staff ids of those at the store who would; absent when it has fired
     */
    record RungView(
            long offsetMinutes,
            @Nullable RungAction action,
            RungState state,
            @Nullable Instant at,
            @Nullable List<Role> audience,
            @Nullable List<String> recipients) {}

    enum RungState {
        FIRED,
        COMING,
        /** Put off. */
        SNOOZED,
        /** It will not fire any more. */
        DROPPED
    }

    /** A run that was cleared or set anew. */
    record RunView(
            @Nullable String ownerId,
            Instant armedAt,
            Instant dueAt,
            @Nullable Instant endedAt,
            Episode.@Nullable End end,
            int fired) {
        static RunView of(Episode episode) {
            return new RunView(
                    episode.ownerId(),
                    episode.armedAt(),
                    episode.dueAt(),
                    episode.endedAt(),
                    episode.end(),
                    episode.fired().size());
        }
    }
}
