package io.dianmai.lead.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssignmentPolicyTests {
    @Test
    void isReadAsPeopleWriteIt() {
        var policy = EventJson.MAPPER.readValue("""
                {"rule":"LEAST_BUSY","roles":["SALES_CONSULTANT"],"capacity":60,"capacities":{"a1":80},
                 "matches":[{"channel":"WEB","toTeam":"desk"},{"model":"X5","toStaff":["a1","a2"]}]}""", AssignmentPolicy.class);

        assertThat(policy.capacityOf("a1")).isEqualTo(80);
        assertThat(policy.capacityOf("a2")).isEqualTo(60);
        assertThat(policy.matches()).hasSize(2);
        assertThat(new AssignmentCheck().flaws(policy)).isEmpty();
        assertThat(EventJson.MAPPER.readValue(EventJson.MAPPER.writeValueAsString(policy), AssignmentPolicy.class))
                .isEqualTo(policy);
    }

    @Test
    void countsOnlyWhereItMust() {
        assertThat(AssignmentPolicy.SHIPPED.counts()).isFalse();
        assertThat(new AssignmentPolicy(AssignmentRule.BY_HASH, List.of(), 5, null, List.of()).counts())
                .isTrue();
        assertThat(new AssignmentPolicy(AssignmentRule.ROUND_ROBIN, List.of(), null, null, List.of()).counts())
                .isTrue();
    }

    @Test
    void isRefusedWhereItMakesNoSense() {
        var nothingSaid = new AssignmentMatch(null, null, null, List.of(), "t1");
        var nobodyNamed = new AssignmentMatch(null, "X5", null, List.of(), null);
        var policy = new AssignmentPolicy(
                AssignmentRule.BY_HASH, List.of(nothingSaid, nobodyNamed), 0, Map.of("a/1", -1), List.of());

        assertThat(new AssignmentCheck().flaws(policy))
                .extracting(Violation::pointer)
                .isEqualTo(Arrays.asList("/roles", "/matches/0", "/matches/1", "/capacity", "/capacities/a~11"));
    }

    @Test
    void shipsForEverySalesConsultant() {
        assertThat(AssignmentPolicy.SHIPPED.roles()).containsExactly(Role.SALES_CONSULTANT);
        assertThat(new AssignmentCheck().flaws(AssignmentPolicy.SHIPPED)).isEmpty();
    }
}
