package io.dianmai.kpi.ladder.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kpi.ladder.LadderDesk;
import io.dianmai.kpi.ladder.LadderDesk.Holding;
import io.dianmai.kpi.ladder.LadderKey;
import io.dianmai.kpi.ladder.LadderPlaces;
import io.dianmai.kpi.ladder.LadderScope;
import io.dianmai.kpi.ladder.Place;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/ladders}: what holds, for those who manage; of brands and stores, only the viewer's. */
@RestController
class LadderLookups {
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

    private final LadderDesk desk;
    private final LadderPlaces places;
    private final Clock clock;

    LadderLookups(LadderDesk desk, LadderPlaces places, Clock clock) {
        this.desk = desk;
        this.places = places;
        this.clock = clock;
    }

    /**
     * All ladders, or those that a store goes by.
     *
     * @param at for deadlines that are due then; now if it is absent
     */
    @Operation(summary = "Ladders in force, by kind and scope; with store, the one of each kind that holds there")
    @GetMapping("/api/ladders")
    LadderList list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable Instant at) {
        viewer.require(MANAGING);
        Instant dueAt = at == null ? clock.instant() : at;
        List<Holding> found = store == null
                ? desk.inForce(dueAt).stream()
                        .filter(held -> places.isSeenBy(viewer, held.ladder().scope()))
                        .toList()
                : desk.inForce(place(viewer, store), dueAt);
        return new LadderList(desk.version(), found.stream().map(LadderView::of).toList());
    }

    @Operation(summary = "Ladders of one kind and scope: in force, to come, and every change with who made it")
    @GetMapping("/api/ladders/{kind}")
    ResponseEntity<ScopeView> one(
            Viewer viewer, @PathVariable DeadlineKind kind, @RequestParam(defaultValue = "group") String scope) {
        viewer.require(MANAGING);
        LadderKey key = new LadderKey(kind, scope(scope));
        if (!places.isSeenBy(viewer, key.scope())) {
            throw ProblemException.notFound();
        }
        ScopeView view = ScopeView.of(desk.history(key), desk, clock.instant());
        if (!view.isKnown()) {
            throw ProblemException.notFound();
        }
        return answer(view);
    }

    private Place place(Viewer viewer, String store) {
        viewer.requireStore(store);
        return places.find(store).orElseThrow(ProblemException::notFound);
    }

    static LadderScope scope(String text) {
        return LadderScope.parse(text)
                .orElseThrow(() -> ProblemException.invalid(List.of(
                        new Violation("scope", "Must be group, tier:mid, tier:premium, brand:<id> or store:<id>."))));
    }

    static ResponseEntity<ScopeView> answer(ScopeView view) {
        return ResponseEntity.ok()
                .eTag('"' + Integer.toString(view.revision()) + '"')
                .body(view);
    }
}
