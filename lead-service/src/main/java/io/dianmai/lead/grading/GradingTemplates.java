package io.dianmai.lead.grading;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Policies")
class GradingTemplates {
    /** Schemes to choose from. */
    record Templates(List<GradingPolicy> templates) {}

    @GetMapping("/api/lead-policies/grading/templates")
    @Operation(
            summary = "Level schemes that are ready to be taken: O/A/B/C, H/A/B/C, O/H/A/B/C",
            description = "Each can be sent, as it is or changed, with PUT /api/lead-policies/grading.")
    Templates templates(Viewer viewer) {
        viewer.require(
                Role.GROUP_HQ,
                Role.BRAND_DIRECTOR,
                Role.REGIONAL_MANAGER,
                Role.GENERAL_MANAGER,
                Role.SALES_MANAGER,
                Role.SHOWROOM_SUPERVISOR);
        return new Templates(GradingSchemes.templates());
    }
}
