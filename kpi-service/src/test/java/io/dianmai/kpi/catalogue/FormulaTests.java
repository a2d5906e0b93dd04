package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTests {
    private static final Map<String, BigDecimal> FIGURES = Map.of(
            "walkIns", BigDecimal.valueOf(7),
            "calls", BigDecimal.valueOf(5),
            "orders", BigDecimal.ONE,
            "nothing", BigDecimal.ZERO,
            "target.orders", BigDecimal.valueOf(4),
            "huge", BigDecimal.valueOf(Long.MAX_VALUE));

    @ParameterizedTest
    @CsvSource({
        "walkIns, 7",
        "walkIns+calls, 12",
        "walkIns - calls - orders + calls, 6",
        "walkIns-(calls-orders), 3",
        "-calls, -5",
        "- -calls, 5",
        "walkIns--calls, 12",
        "-walkIns*calls, -35",
        "walkIns+calls*2, 17",
        "(walkIns+calls)*2, 24",
        "walkIns/orders/2, 3.5",
        "walkIns-calls*orders/target.orders, 5.75",
        "0.1+0.2, 0.3",
        "2*(3*(4+1)), 30",
        "orders/3*3, 0.9999999999999999999999999999999999",
        "huge+huge, 18446744073709551614"
    })
    void worksOut(String formula, BigDecimal value) {
        assertThat(value(formula)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unheardOf",
                "walkIns+unheardOf",
                "unheardOf*0",
                "orders/nothing",
                "1+2/(calls-5)",
                "-(1/nothing)"
            })
    void hasNoValueWithoutAFigureOrOverZero(String formula) {
        assertThat(value(formula)).isNull();
    }

    @Test
    void tellsNamesApartByTheirCase() {
        assertThat(Formula.parse("walkIns+walkins").value(FIGURES::get)).isNull();
        assertThat(Formula.parse("calls + target.orders * calls - a").names())
                .containsExactly("calls", "target.orders", "a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    ''              | 0 | 0
                    '   '           | 3 | 3
                    +               | 1 | 1
                    walkIns+        | 8 | 8
                    walkIns calls   | 8 | 13
                    Calls           | 0 | 5
                    2calls          | 0 | 6
                    0x1F            | 0 | 4
                    1e3             | 0 | 3
                    1.              | 0 | 2
                    .5              | 0 | 2
                    1.2.3           | 0 | 5
                    a.b             | 0 | 3
                    target.         | 0 | 7
                    target.a.b      | 0 | 10
                    target:orders   | 6 | 7
                    a_b             | 0 | 3
                    2^1000000       | 1 | 2
                    2**3            | 2 | 3
                    orders%2        | 6 | 7
                    MAX(1)          | 0 | 3
                    max(1)          | 3 | 4
                    "orders"        | 0 | 1
                    orders;calls    | 6 | 7
                    ()              | 1 | 2
                    (calls          | 0 | 1
                    (calls+(1)      | 0 | 1
                    calls)          | 5 | 6
                    (1)(2)          | 3 | 4
                    *calls          | 0 | 1
                    calls+*2        | 6 | 7
                    1234567890123456 | 0 | 16
                    订单             | 0 | 1
                    1＋1            | 1 | 2
                    """)
    void saysWhereItIsNoFormula(String text, int start, int end) {
        FormulaError error = Objects.requireNonNull(
                catchThrowableOfType(FormulaError.class, () -> Formula.parse(text)), "it was taken for a formula");

        assertThat(List.of(error.start(), error.end())).as(error.getMessage()).containsExactly(start, end);
    }

    @Test
    void isBoundedInLengthInPartsAndInDepth() {
        assertThat(value("1" + "+1".repeat(99))).isEqualByComparingTo("100");
        assertThat(value("-".repeat(199) + "1")).isEqualByComparingTo("-1");
        assertThat(value("(".repeat(32) + "1" + ")".repeat(32))).isEqualByComparingTo("1");
        assertThat(value("1" + " ".repeat(499))).isEqualByComparingTo("1");
        for (String tooMuch : List.of(
                "1" + "+1".repeat(100),
                "-".repeat(200) + "1",
                "(".repeat(33) + "1" + ")".repeat(33),
                "1" + " ".repeat(500),
                "a".repeat(61))) {
            assertThatThrownBy(() -> Formula.parse(tooMuch)).isInstanceOf(FormulaError.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.00", "0*orders", "orders-orders", "(orders-orders)/calls", "2*orders-orders-orders"})
    void knowsWhatIsAlwaysZero(String formula) {
        assertThat(Formula.parse(formula).isAlwaysZero()).isTrue();
        assertThat(Formula.parse("1+calls/(" + formula + ")").zeroDivisions())
                .extracting(FormulaError::start)
                .containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "orders-calls", "orders-1", "1/3-0.3333", "orders/calls"})
    void doesNotSuspectWhatCanBeMoreThanZero(String formula) {
        assertThat(Formula.parse(formula).isAlwaysZero()).isFalse();
        assertThat(Formula.parse("calls/(" + formula + ")").zeroDivisions()).isEmpty();
    }

    @Test
    void isSafeToUseFromManyThreads() {
        Formula formula = Formula.parse("(a - b) / 2 + a");

        assertThat(IntStream.range(0, 20_000).parallel().allMatch(i -> {
                    BigDecimal value = formula.value(name -> BigDecimal.valueOf(name.equals("a") ? i : 2L * i));
                    return value != null
                            && value.compareTo(BigDecimal.valueOf(i).divide(BigDecimal.TWO)) == 0;
                }))
                .isTrue();
    }

    private static @Nullable BigDecimal value(String formula) {
        return Formula.parse(formula).value(FIGURES::get);
    }
}
