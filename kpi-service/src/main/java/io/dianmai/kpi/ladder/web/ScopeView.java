package io.dianmai.kpi.ladder.web;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ladder.LadderChange;
import io.dianmai.kpi.ladder.LadderDesk;
import io.dianmai.kpi.ladder.LadderDraft;
import io.dianmai.kpi.ladder.LadderHistory;
import io.dianmai.kpi.ladder.LadderKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the ladders of one kind and scope.
 *
 * @param revision how many changes there have been: the ETag
 * @param inForce for deadlines that are due now; absent when a less specific scope says what holds
 * @param toCome for deadlines that are due later
 * @param changes what headquarters has said, the last one first; none when only what ships holds
 */
record ScopeView(
        DeadlineKind kind,
        String scope,
        int revision,
        @Nullable LadderView inForce,
        List<LadderView> toCome,
        List<ChangeView> changes) {

    /** What somebody has done. */
    enum Act {
        PUT,
        ENDED,
        CANCELLED
    }

    /**
     * A change.
     *
     * @param from which due times on it holds, or was to hold
     * @param ladder absent when one ended or was cancelled
     */
    record ChangeView(
            Act act,
            Instant from,
            String by,
            Instant at,
            @Nullable LadderDraft ladder) {

        static ChangeView of(LadderChange change) {
            return switch (change) {
                case LadderChange.Put put ->
                    new ChangeView(Act.PUT, put.from(), put.by(), put.at(), LadderDraft.of(put.ladder()));
                case LadderChange.Ended(Instant from, String by, Instant at) ->
                    new ChangeView(Act.ENDED, from, by, at, null);
                case LadderChange.Cancelled(Instant from, String by, Instant at) ->
                    new ChangeView(Act.CANCELLED, from, by, at, null);
            };
        }
    }

    static ScopeView of(LadderHistory history, LadderDesk desk, Instant now) {
        LadderKey key = history.key();
        return new ScopeView(
                key.kind(),
                key.scope().text(),
                history.revision(),
                desk.inForce(key, now).map(LadderView::of).orElse(null),
                desk.toCome(key, now).stream().map(LadderView::of).toList(),
                history.changes().reversed().stream().map(ChangeView::of).toList());
    }

    /** Whether anything was ever said, or ships. */
    boolean isKnown() {
        return revision > 0 || inForce != null || !toCome.isEmpty();
    }
}
