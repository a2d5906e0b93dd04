package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.Level;
import io.dianmai.kit.personal.PersonalDataSealer;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.dianmai.lead.duplicate.PhoneClaims;
import io.dianmai.lead.duplicate.PhoneOwners;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/leads")
@Tag(name = "Leads")
class LeadListController {
    private final Leads leads;
    private final LeadPages pages;
    private final PhoneClaims phones;
    private final PersonalDataSealer sealer;

    LeadListController(Leads leads, LeadPages pages, PhoneClaims phones, PersonalDataSealer sealer) {
        this.leads = leads;
        this.pages = pages;
        this.phones = phones;
        this.sealer = sealer;
    }

    @GetMapping
    @Operation(
            summary = "Leads of the caller's stores",
            description =
                    "sort: registeredAt (newest first, as without it), lastActivityAt, level (hottest first), score (likeliest first). reference"
                            + " finds part of the store system's id; from and to are about the registration.")
    Page<LeadView> list(
            @RequestParam(required = false) @Nullable String storeId,
            @RequestParam(required = false) @Nullable String advisorId,
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable Level level,
            @RequestParam(required = false) @Nullable Boolean pool,
            @RequestParam(required = false) @Nullable Boolean nurture,
            @RequestParam(required = false) @Nullable Boolean unassigned,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable CustomerClass customerClass,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String activityId,
            @RequestParam(required = false) @Nullable String teamId,
            @RequestParam(required = false) @Size(min = 1, max = 100) @Nullable String reference,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Boolean clashed,
            @ParameterObject SaleFilter sale,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer) {
        Access.READ.require(viewer);
        var paging = Paging.of(Leads.REGISTERED_AT, limit, null);
        var filter = new LeadFilter(storeId, advisorId, stage, level, pool, nurture, unassigned);
        var card = new CardFilter(channel, customerClass, model, activityId, teamId, reference, from, to, clashed);
        List<Criteria> wanted = new ArrayList<>(card.all());
        wanted.add(filter.within(viewer, paging));
        wanted.add(sale.criteria());
        return pages.page(LeadOrder.of(sort), new Criteria().andOperator(wanted), paging.limit(), cursor);
    }

    /** A search by phone is a body, so that no phone stands in an address. */
    record Search(@NotBlank @Size(max = 40) String phone) {}

    @PostMapping("/search")
    @Operation(
            summary = "Leads of the caller's stores with this phone, newest first",
            description =
                    "Also those whose customer has bought since. Found by the phone itself, however many leads there"
                            + " are.")
    Page<LeadView> search(@Valid @RequestBody Search body, Viewer viewer) {
        Access.READ.require(viewer);
        String hash = CustomerSeal.phone(sealer, body.phone()).hash();
        List<String> ids = phones.find(hash).map(PhoneOwners::leadIds).orElse(List.of());
        var paging = Paging.of(Leads.REGISTERED_AT, null, null);
        var samePhone = Criteria.where("_id").in(ids).and(Leads.PHONE_HASH).is(hash);
        var wanted = new Criteria().andOperator(paging.within(viewer, null), samePhone);
        return paging.page(leads.find(wanted, paging), Lead::registeredAt, LeadView::of);
    }
}
