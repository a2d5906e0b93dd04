package io.dianmai.lead.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.Violation;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossPolicyTests {
    private static final Set<Role> MANAGER = Set.of(Role.SALES_MANAGER);

    @Test
    void shipsWithThreeContactsAndTheManagersWord() {
        assertThat(LossPolicy.SHIPPED.minimumEffectiveContacts()).isEqualTo(3);
        assertThat(LossPolicy.SHIPPED.review()).isTrue();
        assertThat(LossPolicy.SHIPPED.flaws()).isEmpty();
        String json = EventJson.MAPPER.writeValueAsString(LossPolicy.SHIPPED);
        assertThat(EventJson.MAPPER.readValue(json, LossPolicy.class)).isEqualTo(LossPolicy.SHIPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "-1,P91D,/minimumEffectiveContacts",
        "51,P91D,/minimumEffectiveContacts",
        "3,P3M,/reactivateEvery",
        "3,P0D,/reactivateEvery",
        "3,quarterly,/reactivateEvery"
    })
    void saysWhatMakesNoSense(int contacts, String every, String pointer) {
        assertThat(new LossPolicy(contacts, true, MANAGER, every).flaws())
                .extracting(Violation::pointer)
                .containsExactly(pointer);
    }

    @Test
    void asksForSomebodyWhoMayReview() {
        assertThat(new LossPolicy(0, false, Set.of(), "P1D").flaws())
                .extracting(Violation::pointer)
                .containsExactly("/reviewers");
        assertThat(new LossPolicy(50, true, Set.of(Role.TECHNICIAN), "P999D").flaws())
                .extracting(Violation::pointer)
                .containsExactly("/reviewers");
    }
}
