package io.dianmai.kpi.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The numbers that formulas are worked out over, of one scope and period: counters, registry figures and targets. */
@FunctionalInterface
public interface Figures {
    /**
     * The number of this name; money in fen and working time in minutes.
     *
     * @param name as formulas write it, for example {@code orders} or {@code target.vehiclesDelivered}
     * @return null when there is no such number, a target that nobody has set for example; a counter that nothing has
     *     fed yet is zero
     */
    @Nullable
    BigDecimal of(String name);
}
