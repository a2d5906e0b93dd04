package io.dianmai.lead.grading;

import static io.dianmai.contracts.lead.GradingCriterion.CAME_BACK;
import static io.dianmai.contracts.lead.GradingCriterion.DEPOSIT_TAKEN;
import static io.dianmai.contracts.lead.GradingCriterion.MODEL_AND_COLOUR_CHOSEN;
import static io.dianmai.contracts.lead.GradingCriterion.TRADE_IN_UNDER_WAY;
import static io.dianmai.contracts.lead.GradingCriterion.WISHES_TO_BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.contracts.EventJson;
import io.dianmai.contracts.lead.GradingCriterion;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.problem.Violation;
import io.dianmai.lead.grading.GradingPolicy.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradingPolicyTests {
    private final GradingPolicy shipped = GradingSchemes.KIND.shipped();

    static List<GradingPolicy> templates() {
        return GradingSchemes.templates();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateHoldsTogetherAndPlacesEveryCriterionOnce(GradingPolicy template) {
        assertThat(GradingCheck.flaws(template)).isEmpty();
        assertThat(template.levels().stream().flatMap(rung -> rung.criteria().stream()))
                .containsExactlyInAnyOrder(GradingCriterion.values());
        assertThat(EventJson.MAPPER.readValue(EventJson.MAPPER.writeValueAsBytes(template), GradingPolicy.class))
                .isEqualTo(template);
    }

    @Test
    void theTemplatesHaveTheirLevelsAndDays() {
        assertThat(templates()).extracting(GradingPolicy::name).containsExactly("O/A/B/C", "H/A/B/C", "O/H/A/B/C");
        assertThat(templates())
                .allSatisfy(template -> assertThat(String.join(
                                "/",
                                template.levels().stream()
                                        .map(rung -> rung.level().name())
                                        .toList()))
                        .isEqualTo(template.name()));
        assertThat(shipped.levels())
                .<@Nullable Integer>extracting(Rung::expectedCloseDays)
                .containsExactly(null, 30, 90, 180);
        assertThat(templates().get(1).levels())
                .<@Nullable Integer>extracting(Rung::expectedCloseDays)
                .containsExactly(7, 15, 30, 90);
    }

    @Test
    void theHottestMetCriterionWins() {
        assertThat(shipped.levelFor(List.of(WISHES_TO_BUY, TRADE_IN_UNDER_WAY))).isEqualTo(Level.A);
        assertThat(shipped.levelFor(List.of(GradingCriterion.values()))).isEqualTo(Level.O);
        assertThat(shipped.levelFor(List.of(CAME_BACK))).isEqualTo(Level.B);
        assertThat(shipped.levelFor(List.of())).isEqualTo(Level.C);
    }

    @Test
    void anOrderIsAtTheHottestLevelAndACancelledOneStaysWarmBelowIt() {
        assertThat(templates()).extracting(GradingPolicy::ordered).containsExactly(Level.O, Level.H, Level.O);
        assertThat(templates()).extracting(GradingPolicy::orderCancelled).containsExactly(Level.A, Level.A, Level.H);
    }

    @Test
    void saysWhereASchemeDoesNotHoldTogether() {
        assertThat(flaws(scheme(Level.A, Level.B, Level.A))).contains("/levels/2/level");
        assertThat(flaws(scheme(Level.A, Level.A))).contains("/levels/1/level");
        assertThat(flaws(scheme(Level.A))).contains("/levels");
        assertThat(flaws(new GradingPolicy(" ", shipped.levels(), Level.C, List.of())))
                .containsExactly("/name");
        assertThat(flaws(new GradingPolicy("x".repeat(41), shipped.levels(), Level.C, List.of())))
                .containsExactly("/name");
        assertThat(flaws(new GradingPolicy("x", List.of(), Level.C, List.of()))).contains("/levels", "/unmet");
        assertThat(flaws(new GradingPolicy("x", shipped.levels(), Level.H, List.of())))
                .containsExactly("/unmet");
        assertThat(flaws(new GradingPolicy("x", shipped.levels(), Level.O, List.of())))
                .contains("/unmet");
    }

    @Test
    void eachCriterionMakesOneLevelAndAnOrderThatIsTakenBackLeavesTheTop() {
        var twice = List.of(
                new Rung(Level.A, List.of(DEPOSIT_TAKEN), null), new Rung(Level.B, List.of(DEPOSIT_TAKEN), null));
        assertThat(flaws(new GradingPolicy("x", twice, Level.B, List.of()))).containsExactly("/levels/1/criteria/0");
        var once = List.of(
                new Rung(Level.A, List.of(DEPOSIT_TAKEN), null), new Rung(Level.B, List.of(WISHES_TO_BUY), null));
        assertThat(flaws(new GradingPolicy("x", once, Level.B, List.of(DEPOSIT_TAKEN))))
                .containsExactly("/leftByCancelledOrder");
        assertThat(flaws(new GradingPolicy("x", once, Level.B, List.of(MODEL_AND_COLOUR_CHOSEN))))
                .containsExactly("/leftByCancelledOrder/0");
    }

    @Test
    void aColderLevelClosesLater() {
        var rungs = List.of(
                new Rung(Level.A, List.of(DEPOSIT_TAKEN), 30),
                new Rung(Level.B, List.of(WISHES_TO_BUY), 30),
                new Rung(Level.C, List.of(), 1096));
        assertThat(flaws(new GradingPolicy("x", rungs, Level.C, List.of())))
                .containsExactly("/levels/1/expectedCloseDays", "/levels/2/expectedCloseDays");
    }

    private static GradingPolicy scheme(Level... levels) {
        List<Rung> rungs = List.of(levels).stream()
                .map(level -> new Rung(level, List.of(), null))
                .toList();
        return new GradingPolicy("x", rungs, levels[levels.length - 1], List.of());
    }

    private static List<String> flaws(GradingPolicy policy) {
        return GradingCheck.flaws(policy).stream().map(Violation::pointer).toList();
    }
}
