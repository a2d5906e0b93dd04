package io.dianmai.kpi.catalogue;

import com.ezylang.evalex.data.DataAccessorIfc;
import com.ezylang.evalex.data.EvaluationValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of one working-out. The library's own map takes {@code orders} and {@code ORDERS} for the same. */
final class FormulaOperands implements DataAccessorIfc {
    private final Map<String, EvaluationValue> values = new HashMap<>();

    void put(String variable, @Nullable BigDecimal figure) {
        setData(variable, figure == null ? EvaluationValue.NULL_VALUE : EvaluationValue.numberValue(figure));
    }

    @Override
    public @Nullable EvaluationValue getData(String variable) {
        return values.get(variable);
    }

    @Override
    public void setData(String variable, EvaluationValue value) {
        values.put(variable, value);
    }
}
