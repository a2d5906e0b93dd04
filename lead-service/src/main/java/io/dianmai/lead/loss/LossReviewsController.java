package io.dianmai.lead.loss;

import io.dianmai.contracts.lead.Level;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.deal.LossProposed;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.Grade;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.lead.Stage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Losses")
class LossReviewsController {
    private final Leads leads;

    LossReviewsController(Leads leads) {
        this.leads = leads;
    }

    /**
     * A loss that waits for a manager.
     *
     * @param proposedBy staff id of who gave the lead up
     * @param advisorId staff id of who has it now
     * @param effectiveContacts how many there had been
     */
    record Waiting(
            String leadId,
            String storeId,
            Instant proposedAt,
            LossReason reason,
            @Nullable String competitorModel,
            @Nullable String proposedBy,
            int effectiveContacts,
            @Nullable String advisorId,
            @Nullable String teamId,
            @Nullable String model,
            @Nullable Level level,
            @Nullable String customerName) {

        static Waiting of(Stored<Lead> stored) {
            Lead lead = stored.state();
            LossProposed proposed = proposal(lead);
            Grade grade = lead.grade();
            return new Waiting(
                    stored.id(),
                    stored.storeId(),
                    proposed.at(),
                    proposed.reason(),
                    proposed.competitorModel(),
                    proposed.advisorId(),
                    proposed.effectiveContacts(),
                    lead.dimensions().advisorId(),
                    lead.dimensions().teamId(),
                    lead.dimensions().model(),
                    grade == null ? null : grade.level(),
                    lead.customer().name());
        }
    }

    @GetMapping("/api/loss-reviews")
    @Operation(summary = "Losses of the caller's stores that wait for a manager, the longest waiting first")
    Page<Waiting> waiting(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        Access.READ.require(viewer);
        var paging = Paging.of(Leads.LOSS_PROPOSED_AT, Sort.Direction.ASC, limit, cursor);
        var open = Criteria.where(Leads.LOSS_PROPOSED_AT)
                .exists(true)
                .and(Leads.STAGE)
                .nin(closed());
        var found = leads.find(new Criteria().andOperator(paging.within(viewer, storeId), open), paging);
        return paging.page(found, lead -> proposal(lead).at(), Waiting::of);
    }

    private static List<String> closed() {
        return List.of(Stage.values()).stream()
                .filter(Stage::closed)
                .map(Stage::name)
                .toList();
    }

    private static LossProposed proposal(Lead lead) {
        return Objects.requireNonNull(lead.soFar().lossProposed(), "the query asks for leads that have one");
    }
}
