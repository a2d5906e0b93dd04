package io.dianmai.kit.policy.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.policy.Holding;
import io.dianmai.kit.policy.Place;
import io.dianmai.kit.policy.PolicyDesk;
import io.dianmai.kit.policy.PolicyKey;
import io.dianmai.kit.policy.PolicyPlaces;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.security.Viewer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What holds, for those who manage; of brands and stores, only the viewer's. */
@RestController
@ConditionalOnProperty("dianmai.policies.path")
@RequestMapping("${dianmai.policies.path}")
@Tag(name = "Policies")
class PolicyLookups {
    private static final Role[] MANAGING = {
        Role.GROUP_HQ,
        Role.BRAND_DIRECTOR,
        Role.REGIONAL_MANAGER,
        Role.GENERAL_MANAGER,
        Role.SALES_MANAGER,
        Role.SHOWROOM_SUPERVISOR,
        Role.SERVICE_MANAGER,
        Role.WORKSHOP_SUPERVISOR,
        Role.CUSTOMER_CARE_MANAGER,
        Role.PARTS_MANAGER,
        Role.OPERATIONS
    };

    private final PolicyDesk desk;
    private final PolicyPlaces places;
    private final PolicyAddresses addresses;
    private final Clock clock;

    PolicyLookups(PolicyDesk desk, PolicyPlaces places, Clock clock) {
        this.desk = desk;
        this.places = places;
        this.addresses = new PolicyAddresses(desk, places);
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Policies in force, by kind and scope",
            description = "With store, the one of each kind that this store goes by. With at, at that time instead of"
                    + " now. A policy without from is the one that ships.")
    PolicyList list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable Instant at) {
        viewer.require(MANAGING);
        Instant time = at == null ? clock.instant() : at;
        List<Holding> found = store == null
                ? desk.inForce(time).stream()
                        .filter(held -> places.isSeenBy(viewer, held.key().scope()))
                        .toList()
                : desk.inForce(place(viewer, store), time);
        return new PolicyList(
                desk.version(),
                found.stream().map(held -> PolicyView.of(held, desk)).toList());
    }

    @GetMapping("/{kind}")
    @Operation(
            summary = "Policies of one kind and scope: in force, to come, and every change with who made it",
            description = "The ETag is the revision; give it back as If-Match with a change.")
    ResponseEntity<ScopeView> one(
            Viewer viewer, @PathVariable String kind, @RequestParam(defaultValue = "group") String scope) {
        viewer.require(MANAGING);
        PolicyKey key = addresses.key(kind, scope);
        if (!places.isSeenBy(viewer, key.scope())) {
            throw ProblemException.notFound();
        }
        return addresses.answer(desk.history(key), clock.instant());
    }

    private Place place(Viewer viewer, String store) {
        viewer.requireStore(store);
        return places.find(store).orElseThrow(ProblemException::notFound);
    }
}
