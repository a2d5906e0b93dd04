package io.dianmai.kit.org;

import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.StoreScope;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Outcomes;

/** Which stores the registry has told of: nothing is put on file for a store that the group does not have. */
public final class RegisteredStores {
    private static final Refusal UNKNOWN =
            Refusal.invalid("unknown-store", "The group has no store with this id. Check storeId.");

    private final StoreReplica stores;

    RegisteredStores(StoreReplica stores) {
        this.stores = stores;
    }

    /**
     * Insists on a store that exists and that the caller may see. Who may see some stores only sees those of the registry.
     *
     * @throws ProblemException 404 for a store of others, 422 for one that nobody has
     */
    public void require(String storeId, Viewer viewer) {
        viewer.requireStore(storeId);
        if (viewer.stores() instanceof StoreScope.All && stores.find(storeId).isEmpty()) {
            throw Outcomes.problem(UNKNOWN);
        }
    }
}
