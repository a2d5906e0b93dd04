package io.dianmai.contracts.lead;

import io.dianmai.contracts.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The level was set or changed.
 *
 * @param previousLevel absent at the first grading
 * @param level the level as of now
 * @param overridden set by the advisor against the criteria
 */
@EventType("dianmai.lead.graded.v1")
public record LeadGraded(
        LeadDimensions dimensions,
        Level level,
        @Nullable Level previousLevel,
        boolean overridden,
        @Nullable String reason)
        implements LeadEvent {}
