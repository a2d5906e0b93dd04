package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The level of a lead was set or changed.
 *
 * @param previous absent at the first grading
 * @param byCriteria what the criteria came to
 * @param overridden set by the advisor against the criteria, for {@code reason}
 * @param scheme name of the level scheme
 */
public record LevelChange(
        Instant at,
        Level level,
        @Nullable Level previous,
        @Nullable Level byCriteria,
        boolean overridden,
        @Nullable String reason,
        @Nullable String scheme) {
    static LevelChange of(LeadGraded event, Instant at) {
        return new LevelChange(
                at,
                event.level(),
                event.previousLevel(),
                event.byCriteria(),
                event.overridden(),
                event.reason(),
                event.scheme());
    }
}
