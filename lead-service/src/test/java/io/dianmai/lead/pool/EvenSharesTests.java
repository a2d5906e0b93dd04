package io.dianmai.lead.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.org.Role;
import io.dianmai.lead.assignment.AssignmentPolicy;
import io.dianmai.lead.assignment.AssignmentRule;
import io.dianmai.lead.assignment.Standing;
import io.dianmai.lead.pool.PoolDay.Share;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvenSharesTests {
    private static final List<String> LEADS = List.of("l1", "l2", "l3", "l4", "l5");

    @Test
    void goRoundAndBeginWithWhoHasTheLeast() {
        assertThat(shares(null, Map.of("a", 4, "b", 1)).of(LEADS, List.of("a", "b")))
                .containsExactly(
                        new Share("l1", "b"),
                        new Share("l2", "a"),
                        new Share("l3", "b"),
                        new Share("l4", "a"),
                        new Share("l5", "b"));
    }

    @Test
    void giveNobodyMoreThanOneMayHave() {
        assertThat(shares(5, Map.of("a", 4, "b", 3)).of(LEADS, List.of("a", "b")))
                .containsExactly(new Share("l1", "b"), new Share("l2", "a"), new Share("l3", "b"));
    }

    private static EvenShares shares(@Nullable Integer capacity, Map<String, Integer> open) {
        var policy =
                new AssignmentPolicy(AssignmentRule.BY_HASH, List.of(), capacity, null, List.of(Role.SALES_CONSULTANT));
        return new EvenShares(policy, new Standing() {
            @Override
            public int openOf(String advisorId) {
                return open.getOrDefault(advisorId, 0);
            }

            @Override
            public long lastTurnOf(String advisorId) {
                return 0;
            }
        });
    }
}
