package io.dianmai.lead.card;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Lead clashes", description = "跨店撞单: customers that two stores are after")
class ClashController {
    private final Leads leads;

    ClashController(Leads leads) {
        this.leads = leads;
    }

    @GetMapping("/api/lead-clashes")
    @Operation(
            summary = "Leads whose customer another store had first, newest first",
            description = "For group, brand and region: stores do not see who was first. storeId is the newcomer's.")
    Page<ClashView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        viewer.require(Role.GROUP_HQ, Role.BRAND_DIRECTOR, Role.REGIONAL_MANAGER);
        var paging = Paging.of(Leads.REGISTERED_AT, limit, cursor);
        var clashes = new Criteria()
                .andOperator(
                        paging.within(viewer, storeId),
                        Criteria.where(Leads.CLASH).exists(true));
        return paging.page(leads.find(clashes, paging), Lead::registeredAt, ClashView::of);
    }
}
