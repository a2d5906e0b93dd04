package io.dianmai.kpi.whatif;

import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.ladder.LadderDraft;
import io.dianmai.kpi.ladder.LadderDraft.ClockDraft;
import io.dianmai.kpi.ladder.LadderDraft.RungDraft;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ladder as it is written, and over how many days it is to be tried out.
 *
 * @param scope the group when it is absent
 */
record WhatIfRequest(
        @NotNull @Min(1) @Max(400) Integer days,
        @NotNull DeadlineKind kind,
        @Nullable String scope,
        @Nullable ClockDraft clock,
        @Nullable String longestSnooze,
        @Nullable List<@Nullable RungDraft> rungs) {

    LadderDraft draft() {
        return new LadderDraft(kind.name(), scope, null, clock, longestSnooze, rungs);
    }
}
