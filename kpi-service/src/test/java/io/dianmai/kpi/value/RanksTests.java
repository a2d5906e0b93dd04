package io.dianmai.kpi.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.catalogue.Kpi.Better;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RanksTests {

    @Test
    void equalsShareARankAndTheNextOnesAreLeftOut() {
        assertThat(Ranks.of(List.of(
                                standing("a", "10"),
                                standing("b", "20"),
                                standing("c", "20.0"),
                                standing("d", "30"),
                                standing("e", null)))
                        .byId())
                .containsExactlyInAnyOrderEntriesOf(Map.of("d", 1, "b", 2, "c", 2, "a", 4));
    }

    @Test
    void lowerIsBetterWhereTheKpiSaysSo() {
        assertThat(Ranks.of(List.of(
                                Standing.of("a", outcome("3"), null, Better.LOWER),
                                Standing.of("b", outcome("0"), null, Better.LOWER)))
                        .byId())
                .containsExactlyInAnyOrderEntriesOf(Map.of("b", 1, "a", 2));
    }

    @Test
    void aRangeCountsTheDistanceToIt() {
        Aim aim = Aim.parse("80..110");

        assertThat(Ranks.of(Stream.of("70", "80", "95", "115", "110")
                                .map(value -> Standing.of(value, outcome(value), aim, Better.RANGE))
                                .toList())
                        .byId())
                .containsExactlyInAnyOrderEntriesOf(Map.of("80", 1, "95", 1, "110", 1, "115", 4, "70", 5));
        assertThat(Ranks.of(List.of(Standing.of("a", outcome("3"), null, Better.RANGE)))
                        .size())
                .isZero();
    }

    @Test
    void whoHasNoValueComesLast() {
        assertThat(Stream.of(standing("a", null), standing("b", "1"), standing("c", "2"))
                        .sorted(Standing.BEST_FIRST)
                        .map(Standing::id))
                .containsExactly("c", "b", "a");
    }

    private static Standing standing(String id, @Nullable String value) {
        return Standing.of(id, outcome(value), null, Better.HIGHER);
    }

    private static Outcome outcome(@Nullable String value) {
        BigDecimal number = value == null ? null : new BigDecimal(value);
        return new Outcome(number, number, number, null, 0);
    }
}
