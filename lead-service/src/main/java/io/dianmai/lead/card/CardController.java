package io.dianmai.lead.card;

import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.personal.SealedCustomer;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Answers;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.kit.web.Outcomes;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.CustomerSeal;
import io.dianmai.lead.lead.Lead;
import io.dianmai.lead.lead.LeadView;
import io.dianmai.lead.lead.Leads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/leads/{id}")
@Tag(name = "Lead cards", description = "意向客户卡: what is known of a customer")
class CardController {
    private final Leads leads;
    private final MergedLeads merged;
    private final GivenCommands commands;
    private final PersonalDataSealer sealer;

    CardController(Leads leads, MergedLeads merged, GivenCommands commands, PersonalDataSealer sealer) {
        this.leads = leads;
        this.merged = merged;
        this.commands = commands;
        this.sealer = sealer;
    }

    @PatchMapping
    @Operation(
            summary = "Change the customer's card",
            description =
                    "What the body leaves out stays as it is. 409 phone-on-file when another lead of the store has the"
                            + " new phone, 422 when the budget ends before it begins or consent is given in the future.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                {"interest":{"model":"Yunhai X5","colour":"white",
                                 "budgetFrom":15000000,"budgetTo":18000000,
                                 "payment":"INSTALMENTS","tradeIn":true,
                                 "decisionMaker":"FAMILY","purchaseTime":"WITHIN_A_MONTH",
                                 "competitors":["Civic"]},
                                 "consent":{"calls":true,"messages":false,
                                 "givenAt":"2026-03-10T02:00:00Z"}}\
                                """))))
    ResponseEntity<LeadView> change(
            @PathVariable String id,
            @Valid @RequestBody CardRequest body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.WRITE.require(viewer);
        String storeId = visible(id, viewer).storeId();
        SealedCustomer customer = CustomerSeal.of(sealer, body.customerName(), body.phone(), body.idNumber());
        var change = body.change(customer.masked());
        var command = commands.given(storeId, body.time(), key, ifMatch, change);
        return Answers.ok(Outcomes.stored(leads.changeCard(id, command, change, customer)), LeadView::of);
    }

    /** Which lead goes on. */
    record Merge(
            @NotBlank @Size(max = 100) String into,
            @Nullable Instant time) {}

    @PostMapping("/merge")
    @Operation(
            summary = "Merge the lead into another one of the store: both are one customer's",
            description =
                    "This one is closed, the other goes on; both keep their history, and what store systems tell of"
                            + " this one reaches the other. A lead with an order goes on: 409 when this one has one.")
    ResponseEntity<LeadView> merge(
            @PathVariable String id,
            @Valid @RequestBody Merge body,
            @RequestHeader(name = GivenCommands.IDEMPOTENCY_KEY, required = false) @Size(min = 1, max = 200) @Nullable
                    String key,
            @RequestHeader(name = GivenCommands.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        Access.MANAGE.require(viewer);
        Stored<Lead> lead = visible(id, viewer);
        Stored<Lead> into = merged.other(body.into(), viewer);
        var command = commands.given(lead.storeId(), body.time(), key, ifMatch, body);
        return Answers.ok(Outcomes.stored(merged.merge(lead, into, command)), LeadView::of);
    }

    private Stored<Lead> visible(String id, Viewer viewer) {
        return leads.find(id).filter(lead -> viewer.maySee(lead.storeId())).orElseThrow(ProblemException::notFound);
    }
}
