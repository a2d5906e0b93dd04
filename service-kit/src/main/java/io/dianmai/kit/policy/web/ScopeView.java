package io.dianmai.kit.policy.web;

import io.dianmai.kit.policy.PolicyChange;
import io.dianmai.kit.policy.PolicyDesk;
import io.dianmai.kit.policy.PolicyHistory;
import io.dianmai.kit.policy.PolicyKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the policies of one kind and scope.
 *
 * @param revision how many changes there have been: the ETag
 * @param inForce holds now; absent when a less specific scope says what holds
 * @param toCome hold later
 * @param changes what headquarters has said, the last one first; none when only what ships holds
 */
record ScopeView(
        String kind,
        String scope,
        int revision,
        @Nullable PolicyView inForce,
        List<PolicyView> toCome,
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
     * @param from from when on it holds, or was to hold
     * @param policy absent when one ended or was cancelled
     */
    record ChangeView(
            Act act,
            Instant from,
            String by,
            Instant at,
            @Nullable Object policy) {

        static ChangeView of(PolicyChange change, PolicyDesk desk) {
            return switch (change) {
                case PolicyChange.Put put ->
                    new ChangeView(Act.PUT, put.from(), put.by(), put.at(), desk.written(put.policy()));
                case PolicyChange.Ended(Instant from, String by, Instant at) ->
                    new ChangeView(Act.ENDED, from, by, at, null);
                case PolicyChange.Cancelled(Instant from, String by, Instant at) ->
                    new ChangeView(Act.CANCELLED, from, by, at, null);
            };
        }
    }

    static ScopeView of(PolicyHistory history, PolicyDesk desk, Instant now) {
        PolicyKey key = history.key();
        return new ScopeView(
                key.kind(),
                key.scope().text(),
                history.revision(),
                desk.inForce(key, now)
                        .map(holding -> PolicyView.of(holding, desk))
                        .orElse(null),
                desk.toCome(key, now).stream()
                        .map(holding -> PolicyView.of(holding, desk))
                        .toList(),
                history.changes().reversed().stream()
                        .map(change -> ChangeView.of(change, desk))
                        .toList());
    }
}
