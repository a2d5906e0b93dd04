package io.dianmai.kpi.ladder.web;

import io.dianmai.kpi.ladder.LadderDesk.Holding;
import io.dianmai.kpi.ladder.LadderDraft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ladder as it is shown.
 *
 * @param until another one, or none, holds for deadlines that are due from then on; absent for no end
 * @param ladder as it can be sent, changed and with another date, to {@code PUT /api/ladders}
 */
record LadderView(@Nullable Instant until, LadderDraft ladder) {
    static LadderView of(Holding holding) {
        return new LadderView(holding.until(), LadderDraft.of(holding.ladder()));
    }
}
