package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Level;
import org.jspecify.annotations.Nullable;

/**
 * The level of a lead and how it came about.
 *
 * @param overridden set by the advisor against the criteria, for {@code reason}
 */
public record Grade(
        Level level, boolean overridden, @Nullable String reason) {
    static Grade byCriteria(Level level) {
        return new Grade(level, false, null);
    }
}
