package io.dianmai.kpi.value;

import io.dianmai.kpi.counter.Slice;
import io.dianmai.kpi.target.TargetPlans;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans of single months, of counters spread evenly over all days. */
final class TestPlans implements TargetPlans {
    private final Map<String, BigDecimal> plans = new HashMap<>();

    void put(String storeId, String name, long amount) {
        plans.put(storeId + '|' + name, BigDecimal.valueOf(amount));
    }

    @Override
    public Loaded load(Collection<String> storeIds, Collection<String> names, LocalDate from, LocalDate to) {
        return new Loaded() {
            @Override
            public @Nullable BigDecimal of(
                    String storeId, String name, @Nullable Slice owner, LocalDate first, LocalDate last) {
                BigDecimal plan = plans.get(storeId + '|' + name);
                if (plan == null || owner != null || !storeIds.contains(storeId) || !names.contains(name)) {
                    return null;
                }
                return name.equals("test")
                        ? plan
                        : plan.multiply(BigDecimal.valueOf(last.getDayOfMonth() - first.getDayOfMonth() + 1L))
                                .divide(BigDecimal.valueOf(last.lengthOfMonth()), MathContext.DECIMAL64);
            }
        };
    }
}
