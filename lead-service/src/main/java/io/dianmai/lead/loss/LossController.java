package io.dianmai.lead.loss;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.LeadChanges;
import io.dianmai.lead.lead.LeadCommand;
import io.dianmai.lead.lead.LeadView;
import io.dianmai.lead.lead.SaleCommand.Reactivation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/leads/{id}")
@Tag(name = "Losses", description = "战败: proposed by an advisor, agreed to by a manager, won back each quarter")
class LossController {
    private final LeadChanges changes;
    private final LossRules rules;
    private final GivenCommands commands;

    LossController(LeadChanges changes, LossRules rules, GivenCommands commands) {
        this.changes = changes;
        this.rules = rules;
        this.commands = commands;
    }

    @PostMapping("/loss")
    @Operation(
            summary = "Give a lead up",
            description = "By a manager or a store system it is final. By anybody else it is a proposal: refused with"
                    + " `too-few-contacts` below the effective contacts that the policy `loss` asks for, and a manager"
                    + " has to agree.")
    ResponseEntity<LeadView> lose(
            @PathVariable String id,
            @Valid @RequestBody LossRequest.Lose body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        Command command = command(id, body, key, ifMatch, viewer);
        LossPolicy policy = rules.at(command.storeId(), command.time());
        boolean isFinal = viewer.has(Role.STORE_SYSTEM) || LossRules.reviews(policy, viewer);
        LeadCommand asked = isFinal ? body.loss() : body.proposal(viewer.staffId(), policy);
        return changes.carryOut(id, command, asked);
    }

    @PostMapping("/loss/review")
    @Operation(
            summary = "Agree to a loss that was proposed, or refuse it: then the lead stays open",
            description = "For the roles that the policy `loss` names as reviewers.")
    ResponseEntity<LeadView> review(
            @PathVariable String id,
            @Valid @RequestBody LossRequest.Review body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.READ.require(viewer);
        Command command = command(id, body, key, ifMatch, viewer);
        viewer.require(rules.at(command.storeId(), command.time()).reviewers().toArray(Role[]::new));
        String reviewer = Objects.requireNonNullElse(viewer.staffId(), viewer.subject());
        return changes.carryOut(id, command, body.asked(reviewer));
    }

    @PostMapping("/reactivation")
    @Operation(
            summary = "Open a lead again that was lost: the customer was won back",
            description = "It goes on with its owner, or in the pool when that is where it was, or when its owner has"
                    + " left. That it was lost stays in the books.")
    ResponseEntity<LeadView> reactivate(
            @PathVariable String id,
            @Valid @RequestBody LossRequest.Reactivate body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        return changes.carryOut(id, command(id, body, key, ifMatch, viewer), new Reactivation());
    }

    private Command command(
            String id, LossRequest body, @Nullable String key, @Nullable String ifMatch, Viewer viewer) {
        String storeId = changes.visible(id, viewer).storeId();
        return commands.given(storeId, body.time(), key, ifMatch, body);
    }
}
