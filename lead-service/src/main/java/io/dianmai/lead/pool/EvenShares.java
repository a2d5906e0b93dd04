package io.dianmai.lead.pool;

import io.dianmai.lead.assignment.AssignmentPolicy;
import io.dianmai.lead.assignment.Standing;
import io.dianmai.lead.pool.PoolDay.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares leads out evenly: each goes to whoever got the fewest of this share-out, of several to who has the fewest open
 * leads, and to nobody who has as many as one may have.
 */
final class EvenShares {
    private final AssignmentPolicy policy;
    private final Standing standing;
    private final Map<String, Integer> got = new HashMap<>();

    EvenShares(AssignmentPolicy policy, Standing standing) {
        this.policy = policy;
        this.standing = standing;
    }

    List<Share> of(List<String> leadIds, List<String> advisors) {
        var shares = new ArrayList<Share>();
        for (String leadId : leadIds) {
            next(advisors).ifPresent(advisor -> {
                got.merge(advisor, 1, Integer::sum);
                shares.add(new Share(leadId, advisor));
            });
        }
        return shares;
    }

    private Optional<String> next(List<String> advisors) {
        return advisors.stream()
                .filter(this::hasRoom)
                .min(Comparator.comparingInt(this::gotten)
                        .thenComparingInt(this::open)
                        .thenComparing(Comparator.naturalOrder()));
    }

    private boolean hasRoom(String advisor) {
        Integer capacity = policy.capacityOf(advisor);
        return capacity == null || open(advisor) < capacity;
    }

    private int gotten(String advisor) {
        return got.getOrDefault(advisor, 0);
    }

    private int open(String advisor) {
        return standing.openOf(advisor) + gotten(advisor);
    }
}
