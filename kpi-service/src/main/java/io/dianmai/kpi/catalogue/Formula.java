package io.dianmai.kpi.catalogue;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import io.dianmai.kpi.counter.Counter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures put together by {@code + - * /} and parentheses, for example
 * {@code (repairRevenue - repairDirectCost) / repairVehicles}. Names are those of counters, of registry figures, and
 * {@code target.<counter>} for what a store plans. It always ends, soon: there are no loops, powers or functions. Safe
 * to use from any thread.
 */
public final class Formula {
    private static final ExpressionConfiguration LANGUAGE = Arithmetic.configuration();

    private final String text;
    private final List<FormulaToken> mentions;
    private final Set<String> names;
    private final Expression expression;
    private final ASTNode root;

    private Formula(String text, List<FormulaToken> tokens) throws ParseException {
        this.text = text;
        mentions = tokens.stream()
                .filter(token -> token.word() == FormulaToken.Word.NAME)
                .toList();
        names = Collections.unmodifiableSet(
                new LinkedHashSet<>(mentions.stream().map(FormulaToken::text).toList()));
        expression = new Expression(variable(text), LANGUAGE);
        root = expression.getAbstractSyntaxTree();
    }

    /** @throws FormulaError when it is no formula, saying where */
    public static Formula parse(String text) {
        List<FormulaToken> tokens = FormulaScanner.scan(text);
        try {
            return new Formula(text, tokens);
        } catch (ParseException unread) {
            FormulaError error = new FormulaError(
                    "This cannot be read as a formula.", Math.max(0, unread.getStartPosition() - 1), text.length());
            error.initCause(unread);
            throw error;
        }
    }

    /** The library reads a dot as something else; an underline is in none of our names. */
    private static String variable(String name) {
        return name.replace("target.", "target_");
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** The names in it, of counters, registry figures and targets, in their order. */
    public Set<String> names() {
        return names;
    }

    /** The counters in it. */
    public List<Counter> counters() {
        return names.stream().flatMap(name -> Counter.named(name).stream()).toList();
    }

    /** Each place where it names something. */
    List<FormulaToken> mentions() {
        return mentions;
    }

    /** Its value over these figures; null when one of them is not there, or where it divides by zero. */
    public @Nullable BigDecimal value(Figures figures) {
        return value(root, figures);
    }

    private @Nullable BigDecimal value(ASTNode part, Figures figures) {
        try {
            Expression working = expression.copy();
            FormulaOperands operands = (FormulaOperands) working.getDataAccessor();
            for (String name : names) {
                operands.put(variable(name), figures.of(name));
            }
            return working.evaluateSubtree(part).getNumberValue();
        } catch (EvaluationException | ParseException unexpected) {
            throw new IllegalStateException("cannot work out " + text, unexpected);
        }
    }

    /** Whether it is zero whatever its figures are, for example {@code 0} or {@code orders - orders}. */
    boolean isAlwaysZero() {
        return isAlwaysZero(root);
    }

    /** The places of divisors that are zero whatever the figures are. */
    List<FormulaError> zeroDivisions() {
        List<FormulaError> found = new ArrayList<>();
        collectZeroDivisions(root, found);
        return found;
    }

    private void collectZeroDivisions(ASTNode part, List<FormulaError> found) {
        if (part.getToken().getOperatorDefinition() == Arithmetic.OVER
                && isAlwaysZero(part.getParameters().getLast())) {
            int slash = part.getToken().getStartPosition() - 1;
            found.add(new FormulaError("What this divides by is always zero.", slash, slash + 1));
        }
        part.getParameters().forEach(inner -> collectZeroDivisions(inner, found));
    }

    /** Two unrelated sets of odd figures do not both make a formula zero that is not zero by itself. */
    private boolean isAlwaysZero(ASTNode part) {
        return isZeroOver(part, 7_919) && isZeroOver(part, 104_729);
    }

    private boolean isZeroOver(ASTNode part, long seed) {
        BigDecimal value =
                value(part, name -> BigDecimal.valueOf(seed + 2L * Math.floorMod(name.hashCode(), 1_000_003)));
        return value != null && value.signum() == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
