package io.dianmai.lead.assignment.web;

import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.ProblemType;
import io.dianmai.kit.security.Viewer;
import io.dianmai.lead.assignment.AdvisorLoads;
import io.dianmai.lead.lead.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/advisor-loads")
@Tag(name = "Advisor loads", description = "库容: what advisors have in hand, and when they are off")
class AdvisorLoadController {
    private static final ProblemType NOT_AT_STORE =
            ProblemType.of("advisor-not-at-store", "Advisor not at store", HttpStatus.UNPROCESSABLE_CONTENT);

    private final AdvisorLoads loads;

    AdvisorLoadController(AdvisorLoads loads) {
        this.loads = loads;
    }

    @GetMapping
    @Operation(
            summary = "Open leads, capacity and today's share of each advisor of a store",
            description = "Counted from the events of the leads: about a second behind what happens.")
    AdvisorLoads.OfStore of(@RequestParam String storeId, Viewer viewer) {
        Access.READ.require(viewer);
        viewer.requireStore(storeId);
        return loads.of(storeId);
    }

    /**
     * All the days on which somebody is off.
     *
     * @param days dates in the store's zone; none: always there
     */
    record DaysOff(
            @NotBlank @Size(max = 100) String storeId,
            @NotNull @Size(max = 400) List<@NotNull LocalDate> days) {}

    /** As it stands now. */
    record DaysOffView(String storeId, String staffId, List<LocalDate> days) {}

    @GetMapping("/{staffId}/days-off")
    DaysOffView daysOff(@PathVariable String staffId, @RequestParam String storeId, Viewer viewer) {
        Access.READ.require(viewer);
        viewer.requireStore(storeId);
        return new DaysOffView(storeId, staffId, loads.daysOff(storeId, staffId));
    }

    @PutMapping("/{staffId}/days-off")
    @Operation(
            summary = "Say on which days somebody is off",
            description =
                    "All of them: what was said before no longer holds. The rule gives no leads to somebody who is"
                            + " off on the day that the store next opens. Sent again it changes nothing.")
    DaysOffView setDaysOff(
            @PathVariable @Size(max = 100) String staffId, @Valid @RequestBody DaysOff body, Viewer viewer) {
        Access.ASSIGN.require(viewer);
        viewer.requireStore(body.storeId());
        if (!loads.works(body.storeId(), staffId)) {
            throw new ProblemException(NOT_AT_STORE, "The registry knows of nobody with this id who works there now.");
        }
        return new DaysOffView(body.storeId(), staffId, loads.setDaysOff(body.storeId(), staffId, body.days()));
    }
}
