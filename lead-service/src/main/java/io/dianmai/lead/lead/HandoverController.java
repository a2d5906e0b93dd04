package io.dianmai.lead.lead;

import io.dianmai.kit.handover.Handover;
import io.dianmai.kit.handover.HandoverRequest;
import io.dianmai.kit.handover.HandoverView;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Leads")
class HandoverController {
    private final LeadHandover handover;
    private final GivenCommands commands;

    HandoverController(LeadHandover handover, GivenCommands commands) {
        this.handover = handover;
        this.commands = commands;
    }

    @PostMapping("/api/leads/handover")
    @Operation(
            summary = "Hand over all open leads of an advisor who leaves",
            description = "To one colleague, or dealt by the store's rule. With the same Idempotency-Key it can be sent"
                    + " again at any time: what is left is finished, and the answer is that of the first time.")
    HandoverView handOver(
            @Valid @RequestBody HandoverRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            Viewer viewer) {
        Access.MANAGE.require(viewer);
        viewer.requireStore(body.storeId());
        Handover asked = body.asked(commands.given(body.storeId(), body.time(), key, body), viewer);
        handover.objection(asked).ifPresent(refusal -> {
            throw Outcomes.problem(refusal);
        });
        return HandoverView.of(handover.carryOut(asked));
    }
}
