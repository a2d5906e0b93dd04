package io.dianmai.lead.assignment;

import io.dianmai.contracts.org.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 分配规则与库容: whom leads of a store go to. Data that headquarters may change for the group, a tier, a brand or a store.
 *
 * @param rule which of those who may get a lead gets it
 * @param matches leads of one sort that go to some people first, the first that fits; where none of these has room, to
 *     everybody
 * @param capacity 库容: how many open leads one advisor may have; absent: as many as there are
 * @param capacities the same for some advisors by their staff id
 * @param roles who gets leads at all
 */
public record AssignmentPolicy(
        AssignmentRule rule,
        List<AssignmentMatch> matches,
        @Nullable Integer capacity,
        @Nullable Map<String, Integer> capacities,
        List<Role> roles) {
    /** Even over many leads, to every sales consultant, without a limit: the rule until headquarters says otherwise. */
    public static final AssignmentPolicy SHIPPED =
            new AssignmentPolicy(AssignmentRule.BY_HASH, List.of(), null, null, List.of(Role.SALES_CONSULTANT));

    public AssignmentPolicy {
        matches = List.copyOf(matches);
        capacities = capacities == null ? null : Map.copyOf(capacities);
        roles = List.copyOf(roles);
    }

    /** How many open leads somebody may have; absent without a limit. */
    public @Nullable Integer capacityOf(String staffId) {
        Integer his = capacities == null ? null : capacities.get(staffId);
        return his == null ? capacity : his;
    }

    /** Whether it must be known what everybody has in hand. */
    boolean counts() {
        return rule != AssignmentRule.BY_HASH || capacity != null || (capacities != null && !capacities.isEmpty());
    }

    /** The same for leads that somebody has to have, however much that is. */
    AssignmentPolicy unlimited() {
        return new AssignmentPolicy(rule, matches, null, null, roles);
    }
}
