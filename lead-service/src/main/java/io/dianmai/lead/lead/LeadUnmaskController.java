package io.dianmai.lead.lead;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.unmask.UnmaskRequest;
import io.dianmai.kit.unmask.Unmasking;
import io.dianmai.kit.unmask.Unmasking.Look;
import io.dianmai.lead.lead.OpenedCustomers.Opened;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 查看明文: the customer of a lead in clear. */
@RestController
@Tag(name = "Lead cards")
public class LeadUnmaskController {
    /** Managers of a store, who see all of its customers; headquarters sees all. */
    private static final List<Role> MANAGERS = List.of(
            Role.GROUP_HQ,
            Role.GENERAL_MANAGER,
            Role.SALES_MANAGER,
            Role.SHOWROOM_SUPERVISOR,
            Role.CUSTOMER_CARE_MANAGER);

    private static final List<Role> OWNERS = List.of(Role.SALES_CONSULTANT, Role.PHONE_WEB_DESK);

    private final Leads leads;
    private final CustomerCards cards;
    private final OpenedCustomers opened;
    private final Unmasking unmasking;

    LeadUnmaskController(Leads leads, CustomerCards cards, OpenedCustomers opened, Unmasking unmasking) {
        this.leads = leads;
        this.cards = cards;
        this.opened = opened;
        this.unmasking = unmasking;
    }

    /** Insists that the viewer may see a customer of the sales side in clear. */
    public static void requireMay(Viewer viewer, @Nullable String advisorId) {
        Unmasking.requireMay(viewer, MANAGERS, OWNERS, advisorId);
    }

    @PostMapping("/api/leads/{id}/unmask")
    @Operation(
            summary = "The customer's name, phone and ID number in clear",
            description = "For the advisor who owns the lead and for managers of its store, with a reason. Each look is"
                    + " in the audit log; after as many as one person may have in an hour: 429 unmask-limit.")
    ResponseEntity<Opened> unmask(@PathVariable String id, @Valid @RequestBody UnmaskRequest body, Viewer viewer) {
        Access.READ.require(viewer);
        Stored<Lead> lead =
                leads.find(id).filter(found -> viewer.maySee(found.storeId())).orElseThrow(ProblemException::notFound);
        requireMay(viewer, lead.state().dimensions().advisorId());
        var look = new Look("lead", id, lead.storeId(), List.of("customerName", "phone", "idNumber"));
        return unmasking.show(viewer, look, body, () -> opened.open(cards.find(id)));
    }
}
