package io.dianmai.kit.policy;

import static io.dianmai.kit.policy.PolicyFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dianmai.kit.policy.PolicyHistory.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyHistoryTests {
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final PolicyHistory NOTHING = PolicyHistory.nothing(new PolicyKey("patience", PolicyScope.group()));

    @Test
    void theSameAgainIsNoChange() {
        PolicyHistory one = said(NOTHING, put(1, NOW));
        assertThat(one.with(put(1, LATER), null)).isEqualTo(new Outcome.Unchanged(one));
        assertThat(one.with(put(2, NOW), null)).isEqualTo(new Outcome.DateTaken(NOW));
        assertThat(one.with(put(2, LATER), 0)).isEqualTo(new Outcome.Stale(1));
    }

    @Test
    void onlyWhatHasNotBegunIsCancelled() {
        PolicyHistory two = said(said(NOTHING, put(1, NOW)), put(2, LATER));
        assertThat(two.with(cancelled(NOW), null)).isEqualTo(new Outcome.Begun());
        assertThat(two.with(cancelled(LATER.plusMillis(1)), null)).isEqualTo(new Outcome.Nothing());
        assertThat(said(two, cancelled(LATER))
                        .timeline()
                        .at(LATER)
                        .orElseThrow()
                        .policy())
                .isEqualTo(Patience.of(1));
    }

    @Test
    void whatEndsEndsAlsoWhatWasToCome() {
        PolicyHistory two = said(said(NOTHING, put(1, NOW)), put(2, LATER));
        PolicyHistory ended = said(two, ended(NOW.plusSeconds(1)));
        assertThat(ended.timeline().at(NOW)).isPresent();
        assertThat(ended.timeline().at(NOW.plusSeconds(1))).isEmpty();
        assertThat(ended.timeline().at(LATER)).isEmpty();
        assertThat(ended.with(ended(LATER), null)).isEqualTo(new Outcome.Nothing());
        assertThat(said(ended, put(3, NOW.plusMillis(1)))
                        .timeline()
                        .at(LATER)
                        .orElseThrow()
                        .policy())
                .isEqualTo(Patience.of(3));
    }

    @Test
    void aDocumentIsNotFilledForEver() {
        PolicyHistory history = NOTHING;
        for (int day = 1; day <= PolicyHistory.MOST_CHANGES; day++) {
            history = said(history, put(day, NOW.plusSeconds(day)));
        }
        assertThat(history.with(put(0, NOW.plusSeconds(9_999)), null))
                .isEqualTo(new Outcome.Full(PolicyHistory.MOST_CHANGES));
    }

    @Test
    void whatShipsMustMakeSenseAndNamesAreUnique() {
        assertThatThrownBy(() -> new PolicyKind<>("patience", Patience.class, Patience.of(0), Patience.KIND.check()))
                .hasMessageContaining("/days");
        assertThatThrownBy(() -> new PolicyKinds(List.of(Patience.KIND, Patience.KIND)))
                .hasMessageContaining("two kinds");
    }

    private static PolicyHistory said(PolicyHistory history, PolicyChange change) {
        return ((Outcome.Said) history.with(change, history.revision())).history();
    }

    private static PolicyChange put(int days, Instant from) {
        return new PolicyChange.Put(Patience.of(days), from, "hq", NOW);
    }

    private static PolicyChange ended(Instant from) {
        return new PolicyChange.Ended(from, "hq", NOW);
    }

    private static PolicyChange cancelled(Instant from) {
        return new PolicyChange.Cancelled(from, "hq", NOW);
    }
}
