package io.dianmai.lead.pool;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.policy.Policies;
import io.dianmai.kit.policy.PolicyKind;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** By which rule, and on which day, something happens to the pool of a store. */
@Component
class PoolRules {
    private final Policies policies;
    private final PolicyKind<PoolPolicy> kind;
    private final StoreReplica stores;

    PoolRules(Policies policies, PolicyKind<PoolPolicy> kind, StoreReplica stores) {
        this.policies = policies;
        this.kind = kind;
        this.stores = stores;
    }

    PoolPolicy of(String storeId, Instant time) {
        return policies.of(kind, storeId, time);
    }

    /** The day in the store's zone. */
    LocalDate day(String storeId, Instant time) {
        return time.atZone(stores.zone(storeId)).toLocalDate();
    }
}
