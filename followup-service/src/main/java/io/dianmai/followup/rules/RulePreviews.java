package io.dianmai.followup.rules;

import io.dianmai.contracts.org.StorePublished;
import io.dianmai.followup.plan.Recounts;
import io.dianmai.followup.policy.Rules;
import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.policy.PolicyKind;
import io.dianmai.kit.policy.PolicyPreview;
import io.dianmai.kit.policy.PolicyScope;
import io.dianmai.kit.security.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Counts the open tasks that a change of a kind of rules would move, without moving any. */
final class RulePreviews<T> implements PolicyPreview<T> {
    /** Looked at in all: a preview is an estimate, not a reason to read everything. */
    private static final int MOST = 20_000;

    private final PolicyKind<T> kind;
    private final Recounts recounts;
    private final Rules rules;
    private final StoreReplica stores;
    private final Clock clock;

    RulePreviews(PolicyKind<T> kind, Recounts recounts, Rules rules, StoreReplica stores, Clock clock) {
        this.kind = kind;
        this.recounts = recounts;
        this.rules = rules;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public PolicyKind<T> kind() {
        return kind;
    }

    @Override
    public RulePreview of(Draft<T> draft, Viewer viewer) {
        Instant now = clock.instant();
        Instant then = draft.effectiveFrom().isAfter(now) ? draft.effectiveFrom() : now;
        var sum = new RulePreview.Sum();
        for (StorePublished store : concerned(draft.scope(), viewer)) {
            int left = MOST - sum.looked();
            if (left <= 0) {
                return sum.done(false);
            }
            String id = store.storeId();
            sum.storeDone(id, recounts.preview(id, rules.at(id, then, draft.then()), now, left, sum::add));
        }
        return sum.done(sum.looked() < MOST);
    }

    private List<StorePublished> concerned(PolicyScope scope, Viewer viewer) {
        return stores.all().stream()
                .filter(store -> viewer.maySee(store.storeId()))
                .filter(store -> switch (scope) {
                    case PolicyScope.Group() -> true;
                    case PolicyScope.OfTier(var tier) -> store.tier() == tier;
                    case PolicyScope.Brand(String id) -> store.brandId().equals(id);
                    case PolicyScope.Store(String id) -> store.storeId().equals(id);
                })
                .toList();
    }
}
