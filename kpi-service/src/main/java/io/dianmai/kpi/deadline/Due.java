package io.dianmai.kpi.deadline;

import org.jspecify.annotations.Nullable;

/**
 * That a clock is to be looked at: its place in the order of all of them.
 *
 * @param at milliseconds since 1970
 * @param storeId whose clock it is; says nothing about the order
 */
record Due(long at, String id, String storeId) implements Comparable<Due> {
    /** Before all others. */
    static final Due FIRST = new Due(Long.MIN_VALUE, "", "");

    /** Behind all that is due by {@code now}, before everything else. */
    static Due behind(long now) {
        return new Due(now + 1, "", "");
    }

    @Override
    public int compareTo(Due other) {
        int order = Long.compare(at, other.at);
        return order == 0 ? id.compareTo(other.id) : order;
    }

    // As the order: the store follows from the clock.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Due due && at == due.at && id.equals(due.id);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(at) + id.hashCode();
    }
}
