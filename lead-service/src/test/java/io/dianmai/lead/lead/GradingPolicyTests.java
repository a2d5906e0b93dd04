package io.dianmai.lead.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GradingPolicyTests {
    private final GradingPolicy policy = GradingPolicy.STANDARD;

    @Test
    void placesEveryCriterionOnce() {
        assertThat(policy.criteria().values().stream().flatMap(Set::stream).toList())
                .containsExactlyInAnyOrder(GradingCriterion.values());
    }

    @Test
    void letsTheHottestMetCriterionWin() {
        assertThat(policy.levelFor(List.of(GradingCriterion.WISHES_TO_BUY, GradingCriterion.TRADE_IN_UNDER_WAY)))
                .isEqualTo(Level.A);
        assertThat(policy.levelFor(List.of(GradingCriterion.values()))).isEqualTo(Level.O);
        assertThat(policy.levelFor(List.of(GradingCriterion.CAME_BACK))).isEqualTo(Level.B);
    }

    @Test
    void beginsWithTheLowestLevel() {
        assertThat(policy.levelFor(List.of())).isEqualTo(Level.C);
    }

    @Test
    void keepsACustomerWhoTookAnOrderBackWarmButNotAtO() {
        assertThat(policy.levelAfterCancelledOrder()).isEqualTo(Level.A);
    }

    @Test
    void namesEveryLevel() {
        assertThat(policy.criteria().keySet().stream().sorted().collect(Collectors.toList()))
                .containsExactly(Level.values());
    }
}
