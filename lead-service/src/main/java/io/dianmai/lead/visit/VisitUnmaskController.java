package io.dianmai.lead.visit;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.unmask.UnmaskRequest;
import io.dianmai.kit.unmask.Unmasking;
import io.dianmai.kit.unmask.Unmasking.Look;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.LeadUnmaskController;
import io.dianmai.lead.lead.OpenedCustomers;
import io.dianmai.lead.lead.OpenedCustomers.Opened;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 查看明文: what a party has left, in clear. */
@RestController
@Tag(name = "Visits")
class VisitUnmaskController {
    private final Visits visits;
    private final VisitorCards cards;
    private final OpenedCustomers opened;
    private final Unmasking unmasking;

    VisitUnmaskController(Visits visits, VisitorCards cards, OpenedCustomers opened, Unmasking unmasking) {
        this.visits = visits;
        this.cards = cards;
        this.opened = opened;
        this.unmasking = unmasking;
    }

    @PostMapping("/api/visits/{id}/unmask")
    @Operation(
            summary = "The name and phone that a party has left, in clear",
            description = "For the advisor who received it and for managers of its store; see the same of leads.")
    ResponseEntity<Opened> unmask(@PathVariable String id, @Valid @RequestBody UnmaskRequest body, Viewer viewer) {
        Access.READ.require(viewer);
        Stored<Visit> visit =
                visits.find(id).filter(found -> viewer.maySee(found.storeId())).orElseThrow(ProblemException::notFound);
        LeadUnmaskController.requireMay(viewer, visit.state().dimensions().advisorId());
        var look = new Look("visit", id, visit.storeId(), List.of("customerName", "phone"));
        return unmasking.show(viewer, look, body, () -> opened.open(cards.find(id)));
    }
}
