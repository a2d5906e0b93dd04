package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import io.dianmai.contracts.FreeText;
import io.dianmai.contracts.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * The level was set or changed.
 *
 * @param previousLevel absent at the first grading
 * @param level the level as of now
 * @param overridden set by the advisor against the criteria
 * @param scheme name of the level scheme that it was graded by
 * @param byCriteria what the criteria come to, whatever the advisor says
 */
@EventType("dianmai.lead.graded.v1")
public record LeadGraded(
        LeadDimensions dimensions,
        Level level,
        @Nullable Level previousLevel,
        boolean overridden,
        @FreeText @Nullable String reason,
        @Nullable String scheme,
        @Nullable Level byCriteria)
        implements LeadEvent {
    public LeadGraded {
        reason = Redaction.of(reason);
    }

    /** A grading that does not tell its scheme. */
    public LeadGraded(
            LeadDimensions dimensions,
            Level level,
            @Nullable Level previousLevel,
            boolean overridden,
            @Nullable String reason) {
        this(dimensions, level, previousLevel, overridden, reason, null, null);
    }
}
