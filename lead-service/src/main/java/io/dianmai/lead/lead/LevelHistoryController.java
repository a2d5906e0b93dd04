package io.dianmai.lead.lead;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Leads")
class LevelHistoryController {
    private final Leads leads;

    LevelHistoryController(Leads leads) {
        this.leads = leads;
    }

    /** Newest first. */
    record LevelHistory(List<LevelChange> levels) {}

    @GetMapping("/api/leads/{id}/levels")
    @Operation(
            summary = "The last 50 changes of the level, newest first",
            description = "Each with what the criteria came to, whether the advisor said otherwise, and why.")
    LevelHistory levels(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        Lead lead = leads.find(id)
                .filter(stored -> viewer.maySee(stored.storeId()))
                .orElseThrow(ProblemException::notFound)
                .state();
        return new LevelHistory(lead.knownOutlook().levels().reversed());
    }
}
