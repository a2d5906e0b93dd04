package io.dianmai.kit.security;

import java.util.Collection;
import java.util.Set;

/** The stores that a caller may see. */
public sealed interface StoreScope {
    /** How the whole group is written in a token. */
    String EVERY = "*";

    /** Whether a store is in it. */
    boolean contains(String storeId);

    /** Of the store ids in a token, where {@code *} stands for all. */
    static StoreScope of(Collection<String> storeIds) {
        return storeIds.contains(EVERY) ? new All() : new Only(Set.copyOf(storeIds));
    }

    /** Every store of the group. */
    record All() implements StoreScope {
        @Override
        public boolean contains(String storeId) {
            return true;
        }
    }

    /** Only these; with none, nothing can be seen. */
    record Only(Set<String> storeIds) implements StoreScope {
        public Only {
            storeIds = Set.copyOf(storeIds);
        }

        @Override
        public boolean contains(String storeId) {
            return storeIds.contains(storeId);
        }
    }
}
