package io.dianmai.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The library against a second, simple reading of the same language, over texts made at random. */
class FormulaLawTests {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final List<String> WORDS =
            List.of("a", "b", "target.c", "0", "2", "0.5", "+", "-", "*", "/", "(", ")", " ");

    private static @Nullable BigDecimal figure(String name) {
        return switch (name) {
            case "a" -> BigDecimal.valueOf(3);
            case "b" -> BigDecimal.valueOf(-2);
            default -> null;
        };
    }

    @Test
    void readsAndWorksOutWhatTheSecondReadingDoes() {
        Random random = new Random(20_261_121);
        int formulas = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = 1 + random.nextInt(9); words > 0; words--) {
                text.append(WORDS.get(random.nextInt(WORDS.size())));
            }
            formulas += agreesOn(text.toString()) ? 1 : 0;
        }
        assertThat(formulas).isGreaterThan(2_000);
    }

    private static boolean agreesOn(String text) {
        Descent descent = new Descent(text);
        boolean wellFormed = descent.readsAll();
        Formula formula;
        try {
            formula = Formula.parse(text);
        } catch (FormulaError refused) {
            assertThat(wellFormed)
                    .as("refused %s: %s", text, refused.getMessage())
                    .isFalse();
            assertThat(refused.start()).isBetween(0, text.length());
            assertThat(refused.end()).isBetween(refused.start(), text.length());
            return false;
        }
        assertThat(wellFormed).as("took %s", text).isTrue();
        BigDecimal value = formula.value(FormulaLawTests::figure);
        if (descent.value == null) {
            assertThat(value).as(text).isNull();
        } else {
            assertThat(value).as(text).isEqualByComparingTo(descent.value);
        }
        return true;
    }

    /** Recursive descent over one text. */
    private static final class Descent {
        private final String text;
        private int at;
        private @Nullable BigDecimal value;

        Descent(String text) {
            this.text = text;
        }

        boolean readsAll() {
            try {
                value = sum();
                return peek() == 0;
            } catch (IllegalStateException malformed) {
                return false;
            }
        }

        private @Nullable BigDecimal sum() {
            BigDecimal left = product();
            while (peek() == '+' || peek() == '-') {
                char sign = take();
                BigDecimal right = product();
                left = left == null || right == null
                        ? null
                        : sign == '+' ? left.add(right, EXACT) : left.subtract(right, EXACT);
            }
            return left;
        }

        private @Nullable BigDecimal product() {
            BigDecimal left = operand();
            while (peek() == '*' || peek() == '/') {
                char sign = take();
                BigDecimal right = operand();
                if (left == null || right == null || (sign == '/' && right.signum() == 0)) {
                    left = null;
                } else {
                    left = sign == '*' ? left.multiply(right, EXACT) : left.divide(right, EXACT);
                }
            }
            return left;
        }

        private @Nullable BigDecimal operand() {
            char next = peek();
            if (next == '+' || next == '-') {
                take();
                BigDecimal operand = operand();
                return operand == null || next == '+' ? operand : operand.negate();
            }
            if (next == '(') {
                take();
                BigDecimal inner = sum();
                if (peek() != ')') {
                    throw new IllegalStateException("not closed");
                }
                take();
                return inner;
            }
            return word();
        }

        private @Nullable BigDecimal word() {
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            String word = text.substring(start, at);
            if (word.matches("\\d+(\\.\\d+)?")) {
                return new BigDecimal(word);
            }
            if (word.matches("(target\\.)?[a-z]\\w*")) {
                return figure(word);
            }
            throw new IllegalStateException("no operand: " + word);
        }

        private char peek() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private char take() {
            return text.charAt(at++);
        }
    }
}
