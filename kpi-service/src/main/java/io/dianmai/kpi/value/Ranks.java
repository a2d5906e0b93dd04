package io.dianmai.kpi.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 排名: standard competition ranking, 1, 2, 2, 4. Who has no value has no rank.
 *
 * @param byId the ranks
 */
public record Ranks(Map<String, Integer> byId) {
    /** Ranks these peers. */
    public static Ranks of(Collection<Standing> peers) {
        List<Standing> ranked = peers.stream()
                .filter(peer -> peer.shortfall() != null)
                .sorted(Standing.BEST_FIRST)
                .toList();
        Map<String, Integer> ranks = HashMap.newHashMap(ranked.size());
        for (int place = 0; place < ranked.size(); place++) {
            Standing peer = ranked.get(place);
            boolean shares =
                    place > 0 && equal(peer.shortfall(), ranked.get(place - 1).shortfall());
            ranks.put(
                    peer.id(),
                    shares
                            ? Objects.requireNonNull(
                                    ranks.get(ranked.get(place - 1).id()))
                            : Integer.valueOf(place + 1));
        }
        return new Ranks(ranks);
    }

    /** How many have a rank. */
    public int size() {
        return byId.size();
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }
}
