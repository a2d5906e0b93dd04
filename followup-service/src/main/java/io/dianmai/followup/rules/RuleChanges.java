package io.dianmai.followup.rules;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.StorePublished;
import io.dianmai.followup.plan.Recounts;
import io.dianmai.followup.policy.FollowUpPolicy;
import io.dianmai.followup.policy.Rules;
import io.dianmai.followup.rules.CountedRules.Counted;
import io.dianmai.kit.org.StoreReplica;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * 规则变更: tasks that are due by the rules follow them. What holds at each store is compared with what its tasks were last counted
 * by, so that a rule takes effect on its date, also after a crash; and counted once more the next time, for until then an instance may
 * have gone by the old rules.
 */
@Component
class RuleChanges {
    private final Recounts recounts;
    private final CountedRules counted;
    private final Rules rules;
    private final StoreReplica stores;
    private final Clock clock;

    RuleChanges(Recounts recounts, CountedRules counted, Rules rules, StoreReplica stores, Clock clock) {
        this.recounts = recounts;
        this.counted = counted;
        this.rules = rules;
        this.stores = stores;
        this.clock = clock;
    }

    /** Counts what is to be counted by now. */
    @Scheduled(fixedDelayString = "PT20S")
    void count() {
        Instant now = clock.instant();
        Map<String, Counted> before = counted.all();
        // Most stores have the very same rules.
        IdentityHashMap<Object, String> prints = new IdentityHashMap<>();
        for (StorePublished store : stores.all()) {
            FollowUpPolicy holding = rules.at(store.storeId(), now);
            String print = print(holding.cadence(), prints) + print(holding.tasks(), prints);
            count(store.storeId(), holding, print, before.get(store.storeId()), now);
        }
    }

    private void count(String storeId, FollowUpPolicy holding, String print, @Nullable Counted last, Instant now) {
        if (last == null) {
            counted.keep(storeId, new Counted(print, false));
        } else if (last.again() || !last.rules().equals(print)) {
            recounts.byOtherRules(storeId, holding, now);
            counted.keep(storeId, new Counted(print, !last.rules().equals(print)));
        }
    }

    private static String print(Object policy, IdentityHashMap<Object, String> prints) {
        return prints.computeIfAbsent(
                policy,
                said -> UUID.nameUUIDFromBytes(
                                EventJson.MAPPER.writeValueAsString(said).getBytes(StandardCharsets.UTF_8))
                        .toString());
    }
}
