package io.dianmai.kit.policy;

import java.time.Instant;

/** The rules that hold, as far as this instance has heard: about a second behind whoever changes them. */
public interface Policies {
    /**
     * The policy of a store at a time. Of the store's, its brand's, its tier's and the group's, the most specific one that
     * holds then wins; where none does, what ships. Costs no more than a few reads of memory.
     *
     * @param at when the thing happened that is decided by it
     */
    <T> T of(PolicyKind<T> kind, String storeId, Instant at);

    /** What ships, for every store and time. */
    static Policies shipped() {
        return new Policies() {
            @Override
            public <T> T of(PolicyKind<T> kind, String storeId, Instant at) {
                return kind.shipped();
            }
        };
    }
}
