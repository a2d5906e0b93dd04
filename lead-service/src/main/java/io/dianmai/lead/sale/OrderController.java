package io.dianmai.lead.sale;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.LeadChanges;
import io.dianmai.lead.lead.LeadCommand;
import io.dianmai.lead.lead.LeadView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/leads/{id}")
@Tag(name = "Sales")
class OrderController {
    private static final Refusal DEPOSIT_ABOVE_PRICE = Refusal.invalid(
            "deposit-above-price", "The deposit is more than the price. Check both amounts; they are in fen.");

    private final LeadChanges changes;
    private final GivenCommands commands;

    OrderController(LeadChanges changes, GivenCommands commands) {
        this.changes = changes;
        this.commands = commands;
    }

    @PostMapping("/orders")
    @Operation(
            summary = "Sign an order; a lead has one at a time",
            description = "A loss that was proposed is off the table with it. Refused with `lead-already-ordered`,"
                    + " `order-cancelled` and `deposit-above-price`.")
    ResponseEntity<LeadView> sign(
            @PathVariable String id,
            @Valid @RequestBody OrderRequest.Sign body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        if (body.deposit() > body.price()) {
            throw Outcomes.problem(DEPOSIT_ABOVE_PRICE);
        }
        return change(id, body, body.asked(), key, ifMatch, viewer);
    }

    @GetMapping("/orders")
    @Operation(
            summary =
                    "The order of a lead and those that were taken back, with terms, payments and what is outstanding")
    List<OrderView> orders(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        return OrderView.of(changes.visible(id, viewer).state());
    }

    @PatchMapping("/orders/{orderRef}")
    @Operation(
            summary = "Expect delivery or payment of an order at another time",
            description = "What is absent stays; `unknown` names what no time is known of any more, for example"
                    + " `[\"PAYMENT\"]`.")
    ResponseEntity<LeadView> expect(
            @PathVariable String id,
            @PathVariable String orderRef,
            @Valid @RequestBody OrderRequest.Expect body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        return change(id, body, body.asked(orderRef), key, ifMatch, viewer);
    }

    @PostMapping("/orders/{orderRef}/payments")
    @Operation(
            summary = "Take down a payment for an order, or with a negative amount what was given back",
            description = "Also after the delivery; of an order that was taken back, only refunds. A person who names"
                    + " more than is outstanding, or gives back more than was paid, is refused with"
                    + " `payment-above-outstanding` or `refund-above-paid`; a store system is believed.")
    ResponseEntity<LeadView> pay(
            @PathVariable String id,
            @PathVariable String orderRef,
            @Valid @RequestBody OrderRequest.Pay body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        return change(id, body, body.asked(orderRef, viewer.has(Role.STORE_SYSTEM)), key, ifMatch, viewer);
    }

    @PostMapping("/orders/cancellation")
    @Operation(
            summary = "Take an order back before delivery; its day is counted again without it",
            description = "The answer says under `deal.cancelled` what was paid, and so is to be given back.")
    ResponseEntity<LeadView> cancel(
            @PathVariable String id,
            @Valid @RequestBody OrderRequest.Cancel body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        return change(id, body, body.asked(), key, ifMatch, viewer);
    }

    @PostMapping("/delivery")
    @Operation(summary = "Hand the vehicle that was ordered to its owner")
    ResponseEntity<LeadView> deliver(
            @PathVariable String id,
            @Valid @RequestBody OrderRequest.Deliver body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        return change(id, body, body.asked(), key, ifMatch, viewer);
    }

    private ResponseEntity<LeadView> change(
            String id,
            OrderRequest body,
            LeadCommand asked,
            @Nullable String key,
            @Nullable String ifMatch,
            Viewer viewer) {
        Stored<Lead> lead = changes.visible(id, viewer);
        // What is asked names the order, which a body may leave to the address.
        var content = List.of(body, asked);
        return changes.carryOut(id, commands.given(lead.storeId(), body.time(), key, ifMatch, content), asked);
    }
}
