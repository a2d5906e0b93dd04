package io.dianmai.kpi.catalogue;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operators of the formula language, and the expression library without anything else. They know "no value": what
 * takes part in it has none, and neither has what is divided by zero.
 */
enum Arithmetic implements OperatorIfc {
    PLUS(OPERATOR_PRECEDENCE_ADDITIVE, 2) {
        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return left.add(right, EXACT);
        }
    },
    MINUS(OPERATOR_PRECEDENCE_ADDITIVE, 2) {
        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return left.subtract(right, EXACT);
        }
    },
    TIMES(OPERATOR_PRECEDENCE_MULTIPLICATIVE, 2) {
        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return left.multiply(right, EXACT);
        }
    },
    OVER(OPERATOR_PRECEDENCE_MULTIPLICATIVE, 2) {
        @Override
        @Nullable
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return right.signum() == 0 ? null : left.divide(right, EXACT);
        }
    },
    POSITIVE(OPERATOR_PRECEDENCE_UNARY, 1) {
        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return right;
        }
    },
    NEGATIVE(OPERATOR_PRECEDENCE_UNARY, 1) {
        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return right.negate();
        }
    };

    /** 34 digits: sums of counters are exact, and what is rounded to a unit at the end was rounded far behind it. */
    static final MathContext EXACT = MathContext.DECIMAL128;

    private final int precedence;
    private final int operands;

    Arithmetic(int precedence, int operands) {
        this.precedence = precedence;
        this.operands = operands;
    }

    /** The library, taught these operators and nothing more: no functions, constants, texts, lists or powers. */
    static ExpressionConfiguration configuration() {
        return ExpressionConfiguration.builder()
                .operatorDictionary(operators())
                .functionDictionary(new MapBasedFunctionDictionary())
                .defaultConstants(Map.of())
                .dataAccessorSupplier(FormulaOperands::new)
                .mathContext(EXACT)
                .stripTrailingZeros(false)
                .implicitMultiplicationAllowed(false)
                .arraysAllowed(false)
                .structuresAllowed(false)
                .binaryAllowed(false)
                .build();
    }

    private static OperatorDictionaryIfc operators() {
        var operators = new MapBasedOperatorDictionary();
        operators.addOperator("+", PLUS);
        operators.addOperator("-", MINUS);
        operators.addOperator("*", TIMES);
        operators.addOperator("/", OVER);
        operators.addOperator("+", POSITIVE);
        operators.addOperator("-", NEGATIVE);
        return operators;
    }

    abstract @Nullable BigDecimal apply(BigDecimal left, BigDecimal right);

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
        for (EvaluationValue value : values) {
            if (value.isNullValue()) {
                return EvaluationValue.NULL_VALUE;
            }
        }
        BigDecimal result = apply(values[0].getNumberValue(), values[values.length - 1].getNumberValue());
        return result == null ? EvaluationValue.NULL_VALUE : EvaluationValue.numberValue(result);
    }

    @Override
    public int getPrecedence() {
        return precedence;
    }

    @Override
    public int getPrecedence(ExpressionConfiguration configuration) {
        return precedence;
    }

    @Override
    public boolean isLeftAssociative() {
        return operands == 2;
    }

    @Override
    public boolean isPrefix() {
        return operands == 1;
    }

    @Override
    public boolean isPostfix() {
        return false;
    }

    @Override
    public boolean isInfix() {
        return operands == 2;
    }

    @Override
    public boolean isOperandLazy() {
        return false;
    }
}
