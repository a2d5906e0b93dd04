package io.dianmai.kpi.whatif;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.ladder.Ladder;
import io.dianmai.kpi.ladder.LadderFlaw;
import io.dianmai.kpi.ladder.LadderPlaces;
import io.dianmai.kpi.ladder.LadderReader;
import io.dianmai.kpi.ladder.LadderReader.Reading;
import io.dianmai.kpi.ladder.web.LadderProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Ladders")
class WhatIfController {
    /** It reads all clocks of a kind at full speed. */
    private static final int AT_ONCE = 1;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final WhatIf whatIf;
    private final LadderPlaces places;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    WhatIfController(WhatIf whatIf, LadderPlaces places, Clock clock) {
        this.whatIf = whatIf;
        this.places = places;
        this.clock = clock;
    }

    @PostMapping("/api/ladders/what-if")
    @Operation(
            summary = "How many reminders another ladder would have fired over the last days, and to whom",
            description = "Replays the clocks that ran, with the engine's own reckoning. Changes nothing.")
    WhatIfAnswer ask(Viewer viewer, @Valid @RequestBody WhatIfRequest body) {
        viewer.require(Role.GROUP_HQ);
        Ladder other = switch (LadderReader.change(body.kind(), body.draft(), places::exists, clock.instant())) {
            case Reading.Bad(List<LadderFlaw> flaws) -> throw LadderProblems.of(flaws);
            case Reading.Good(Ladder good) -> good;
        };
        if (!turns.tryAcquire()) {
            throw ProblemException.unavailable("Another question of this sort is being answered here.", RETRY_AFTER);
        }
        try {
            return whatIf.ask(other, body.days());
        } finally {
            turns.release();
        }
    }
}
