package io.dianmai.lead.lead;

import static io.dianmai.contracts.lead.GradingCriterion.CAME_BACK;
import static io.dianmai.contracts.lead.GradingCriterion.DEPOSIT_TAKEN;
import static io.dianmai.contracts.lead.GradingCriterion.MODEL_AND_COLOUR_CHOSEN;
import static io.dianmai.contracts.lead.GradingCriterion.WISHES_TO_BUY;
import static io.dianmai.lead.lead.Deciding.REGISTERED;
import static io.dianmai.lead.lead.Deciding.registration;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.Level;
import io.dianmai.lead.grading.TestYardsticks;
import io.dianmai.lead.lead.LeadCommand.Assessment;
import io.dianmai.lead.lead.LeadCommand.Cancellation;
import io.dianmai.lead.lead.LeadCommand.Order;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The same leads under one scheme and another. */
class GradingTests {
    private static final Order ORDER = new Order("SO-1", "Corolla", 15_000_000, 500_000, true, null, null);

    private final Deciding oabc = new Deciding(TestYardsticks.scheme("O/A/B/C"));
    private final Deciding habc = new Deciding(TestYardsticks.scheme("H/A/B/C"));

    @Test
    void theEventNamesTheSchemeAndWhatTheCriteriaComeTo() {
        assertThat(habc.happens(registration("a1", MODEL_AND_COLOUR_CHOSEN)).getLast())
                .isInstanceOfSatisfying(LeadGraded.class, graded -> {
                    assertThat(graded.level()).isEqualTo(Level.A);
                    assertThat(graded.scheme()).isEqualTo("H/A/B/C");
                    assertThat(graded.byCriteria()).isEqualTo(Level.A);
                });
        assertThat(habc.happens(assess(null, null, DEPOSIT_TAKEN)).getLast())
                .isInstanceOfSatisfying(
                        LeadGraded.class, graded -> assertThat(graded.level()).isEqualTo(Level.H));
    }

    @Test
    void anOverrideKeepsWhatTheCriteriaComeTo() {
        oabc.happens(registration("a1", CAME_BACK));
        assertThat(oabc.happens(assess(Level.A, "asked for the contract")).getLast())
                .isInstanceOfSatisfying(LeadGraded.class, graded -> {
                    assertThat(graded.overridden()).isTrue();
                    assertThat(graded.byCriteria()).isEqualTo(Level.B);
                });
        assertThat(oabc.happens(assess(Level.A, "asked for the contract"))).isEmpty();
        assertThat(oabc.happens(assess(Level.C, "went abroad", WISHES_TO_BUY, CAME_BACK))
                        .getLast())
                .isInstanceOfSatisfying(
                        LeadGraded.class,
                        graded -> assertThat(graded.byCriteria()).isEqualTo(Level.B));
    }

    @Test
    void theLevelThatItHasNeedsNoReason() {
        oabc.happens(registration("a1", CAME_BACK));
        assertThat(oabc.happens(assess(Level.B, null))).isEmpty();
        assertThat(oabc.refused(assess(Level.C, null))).isEqualTo(LeadRefusals.OVERRIDE_NEEDS_REASON);
    }

    @Test
    void aLevelThatTheSchemeDoesNotHaveIsRefused() {
        oabc.happens(registration("a1"));
        assertThat(oabc.refused(assess(Level.H, "very keen"))).isEqualTo(LeadRefusals.LEVEL_NOT_IN_SCHEME);
        habc.happens(registration("a1"));
        assertThat(habc.refused(assess(Level.O, "paid"))).isEqualTo(LeadRefusals.LEVEL_NOT_IN_SCHEME);
    }

    @Test
    void anOrderIsAtTheHottestLevelOfTheScheme() {
        habc.happens(registration("a1"));
        assertThat(habc.happens(ORDER)).hasExactlyElementsOfTypes(LeadOrdered.class, LeadGraded.class);
        assertThat(habc.lead().level()).isEqualTo(Level.H);
        assertThat(habc.refused(assess(Level.A, "cold feet"))).isEqualTo(LeadRefusals.ORDERED_STAYS_O);
        assertThat(habc.happens(new Cancellation("SO-1", "no credit")))
                .hasExactlyElementsOfTypes(LeadOrderCancelled.class, LeadGraded.class);
        assertThat(habc.lead().level()).isEqualTo(Level.A);
    }

    @Test
    void anotherSchemeHoldsFromTheNextAssessmentOn() {
        oabc.happens(registration("a1", MODEL_AND_COLOUR_CHOSEN));
        oabc.goBy(TestYardsticks.scheme("O/H/A/B/C"));
        assertThat(oabc.lead().level()).isEqualTo(Level.A);
        assertThat(oabc.happens(assess(null, null, MODEL_AND_COLOUR_CHOSEN)).getLast())
                .isInstanceOfSatisfying(
                        LeadGraded.class, graded -> assertThat(graded.scheme()).isEqualTo("O/H/A/B/C"));
        assertThat(oabc.happens(assess(null, null, MODEL_AND_COLOUR_CHOSEN))).isEmpty();
    }

    @Test
    void aLeadStoredBeforeSchemesIsNotGradedAnewForNothing() {
        oabc.happens(registration("a1", CAME_BACK));
        var dimensions = oabc.lead().dimensions();
        oabc.happens(new LeadGraded(dimensions, Level.B, Level.B, false, null));
        assertThat(oabc.happens(assess(null, null, CAME_BACK))).isEmpty();
        assertThat(oabc.lead().grade()).extracting(Grade::criteriaLevel).isEqualTo(Level.B);
    }

    @Test
    void theLastFiftyChangesAreKept() {
        oabc.happens(registration("a1", CAME_BACK));
        for (int change = 1; change <= Outlook.KEPT; change++) {
            oabc.wait(Duration.ofMinutes(1));
            oabc.happens(assess(change % 2 == 0 ? Level.A : Level.C, "reason " + change));
        }
        List<LevelChange> levels = oabc.lead().knownOutlook().levels();
        assertThat(levels).hasSize(Outlook.KEPT);
        assertThat(levels.getFirst().reason()).isEqualTo("reason 1");
        assertThat(levels.getFirst().previous()).isEqualTo(Level.B);
        assertThat(levels.getLast().at()).isEqualTo(REGISTERED.plus(Duration.ofMinutes(Outlook.KEPT)));
        assertThat(levels.getLast().byCriteria()).isEqualTo(Level.B);
    }

    private static Assessment assess(@Nullable Level level, @Nullable String reason, GradingCriterion... criteria) {
        return new Assessment(List.of(criteria), level, reason);
    }
}
