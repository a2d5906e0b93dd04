package io.dianmai.kpi.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.dianmai.kpi.value.Outcome;
import io.dianmai.kpi.value.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BottomThreeTests {

    @Test
    void flagsTheLastThree() {
        assertThat(BottomThree.of(brand("5", "1", "4", "2", "3")).flagged()).containsExactlyInAnyOrder("1", "3", "4");
    }

    @Test
    void flagsAllWhoEqualTheThirdLast() {
        assertThat(BottomThree.of(brand("5", "1", "2", "3", "3", "3")).flagged())
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    }

    @Test
    void flagsNobodyAmongFewerThanFourWithAValue() {
        BottomThree last = BottomThree.of(brand("5", "1", "2", null, null));

        assertThat(last.flagged()).isEmpty();
        assertThat(last.tooFew()).isTrue();
    }

    @Test
    void neverFlagsAStoreWithoutAValue() {
        assertThat(BottomThree.of(brand("5", null, "4", "3", "2")).flagged()).containsExactlyInAnyOrder("2", "3", "4");
    }

    /** Higher is better; the ids are the places in the list. */
    private static List<Standing> brand(@Nullable String... values) {
        List<Standing> standings = new ArrayList<>();
        for (String value : values) {
            BigDecimal number = value == null ? null : new BigDecimal(value);
            standings.add(new Standing(
                    String.valueOf(standings.size()),
                    new Outcome(number, number, number, null, 0),
                    null,
                    number == null ? null : number.negate()));
        }
        return standings;
    }
}
