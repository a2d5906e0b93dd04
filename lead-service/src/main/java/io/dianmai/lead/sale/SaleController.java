package io.dianmai.lead.sale;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.LeadChanges;
import io.dianmai.lead.lead.LeadView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/leads/{id}")
@Tag(name = "Sales", description = "试驾、报价、订单、收款、交车: from the first test drive to the keys")
class SaleController {
    private final LeadChanges changes;
    private final GivenCommands commands;

    SaleController(LeadChanges changes, GivenCommands commands) {
        this.changes = changes;
        this.commands = commands;
    }

    @PostMapping("/test-drives")
    @Operation(
            summary = "Take down a test drive that is over",
            description = "Refused with `test-drive-ends-before-start`, `test-drive-too-long` (a day at the most) and"
                    + " `test-drive-in-the-future`.")
    ResponseEntity<LeadView> testDrive(
            @PathVariable String id,
            @Valid @RequestBody TestDriveRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        Stored<Lead> lead = changes.visible(id, viewer);
        var command = commands.given(lead.storeId(), body.time(), key, ifMatch, body);
        return changes.carryOut(id, command, body.asked(commands.now()));
    }

    @GetMapping("/test-drives")
    @Operation(summary = "The last twenty test drives of a lead, newest first")
    List<TestDriveView> testDrives(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        return changes.visible(id, viewer).state().soFar().testDrives().reversed().stream()
                .map(TestDriveView::of)
                .toList();
    }

    @PostMapping("/quotes")
    @Operation(
            summary = "Take down a quote that the customer was given; the lead is negotiating from then on",
            description = "Refused with `discount-above-price`, `quote-expired` when it would have ended before it was"
                    + " given, and `quote-already-given`.")
    ResponseEntity<LeadView> quote(
            @PathVariable String id,
            @Valid @RequestBody QuoteRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        Stored<Lead> lead = changes.visible(id, viewer);
        var command = commands.given(lead.storeId(), body.time(), key, ifMatch, body);
        return changes.carryOut(id, command, body.asked());
    }

    @GetMapping("/quotes")
    @Operation(summary = "The last twenty quotes of a lead, newest first")
    List<QuoteView> quotes(@PathVariable String id, Viewer viewer) {
        Access.READ.require(viewer);
        var now = commands.now();
        return changes.visible(id, viewer).state().soFar().quotes().reversed().stream()
                .map(quote -> QuoteView.of(quote, now))
                .toList();
    }
}
