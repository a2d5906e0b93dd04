package io.dianmai.kpi.engine;

import io.dianmai.kpi.deadline.SilencePolicy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a store is called silent, {@code dianmai.kpi.engine.silence.*}.
 *
 * @param days so many of the last days on which a store was heard make its rhythm
 * @param learnedAfter without so many of them there is no reminder
 * @param factor silence is longer than the longest gap of these days by this factor
 * @param floor open time that is never called silence
 * @param factReaders consumer groups that make events of what stores tell: while one of them is behind, no store is called
 *     silent
 */
record SilenceSettings(
        @DefaultValue("7") @Min(1) @Max(14) int days,
        @DefaultValue("3") @Min(1) @Max(14) int learnedAfter,
        @DefaultValue("2") @Min(1) @Max(100) int factor,
        @DefaultValue("30m") @NotNull Duration floor,

        @DefaultValue({"lead-service.store-events", "followup-service.store-events", "aftersales-service.store-events"})
        @NotNull
        Set<String> factReaders) {
    SilenceSettings {
        factReaders = Set.copyOf(factReaders);
    }

    /** The policy of these figures. */
    SilencePolicy policy() {
        return new SilencePolicy(days, learnedAfter, factor, floor);
    }
}
