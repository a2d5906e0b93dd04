package io.dianmai.lead.loss;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Losses")
class CompetitorsController {
    /** A quarter, as lost customers are asked again once in it. */
    private static final int USUAL_DAYS = 91;

    private static final int MOST_DAYS = 366;

    private final LostLeads lost;
    private final GivenCommands commands;

    CompetitorsController(LostLeads lost, GivenCommands commands) {
        this.lost = lost;
        this.commands = commands;
    }

    /** What was lost on these days, both included. */
    record Answer(LocalDate from, LocalDate to, List<LostCompetitors.Model> models) {}

    @GetMapping("/api/lost-competitors")
    @Operation(
            summary = "The three models that customers bought instead, for each store and model wanted, with reasons",
            description = "Of leads lost on these days, also of those that were won back since.")
    Answer competitors(
            @RequestParam(required = false) @Nullable String storeId,
            @Parameter(description = "First day; 91 days up to the last one unless told", example = "2026-01-01")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day; today unless told", example = "2026-03-31")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            Viewer viewer) {
        Access.READ.require(viewer);
        LocalDate last = to == null ? LocalDate.ofInstant(commands.now(), StoreReplica.DEFAULT_ZONE) : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
        requireSpan(first, last);
        var competitors = new LostCompetitors();
        lost.forEach(viewer, storeId, first, last, competitors::add);
        return new Answer(first, last, competitors.models());
    }

    private static void requireSpan(LocalDate first, LocalDate last) {
        if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last.plusDays(1))) {
            throw ProblemException.invalid(List.of(new Violation(
                    "from", "Must not be after to, nor more than " + MOST_DAYS + " days before its end.")));
        }
    }
}
