package io.dianmai.kpi.delivery.web;

import io.dianmai.contracts.org.Role;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.kit.problem.ProblemException;
import io.dianmai.kit.problem.Violation;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.Page;
import io.dianmai.kit.web.Paging;
import io.dianmai.kpi.delivery.DeliveryTarget;
import io.dianmai.kpi.delivery.queue.Deliveries;
import io.dianmai.kpi.delivery.queue.Delivery;
import io.dianmai.kpi.delivery.queue.DeliveryState;
import io.dianmai.kpi.delivery.queue.QueueDesk;
import io.dianmai.kpi.delivery.target.TargetBook;
import io.dianmai.kpi.delivery.target.TargetVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/deliveries}: what was told to whom, newest first; those who manage see what is about their stores. */
@RestController
class DeliveryController {
    private static final Role[] LOOKING = {
        Role.GROUP_HQ,
        Role.OPERATIONS,
        Role.BRAND_DIRECTOR,
        Role.REGIONAL_MANAGER,
        Role.GENERAL_MANAGER,
        Role.SALES_MANAGER,
        Role.SERVICE_MANAGER
    };

    private final Deliveries deliveries;
    private final TargetBook targets;
    private final QueueDesk queues;

    DeliveryController(Deliveries deliveries, TargetBook targets, QueueDesk queues) {
        this.deliveries = deliveries;
        this.targets = targets;
        this.queues = queues;
    }

    @GetMapping("/api/deliveries")
    Page<DeliveryView> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        viewer.require(LOOKING);
        if (store != null) {
            viewer.requireStore(store);
        }
        Paging paging = Paging.of("at", limit, cursor);
        List<Criteria> conditions = new ArrayList<>();
        conditions.add(paging.within(viewer, store));
        conditions.add(
                state == null
                        ? Criteria.where("state").ne(DeliveryState.VOID.name())
                        : Criteria.where("state").is(state(state).name()));
        if (target != null) {
            conditions.add(Criteria.where("targetId").is(target));
        }
        if (since != null) {
            conditions.add(Criteria.where("at").gte(since));
        }
        Query query = new Query(new Criteria().andOperator(conditions))
                .with(paging.order())
                .limit(paging.wanted());
        List<Stored<Delivery>> found = deliveries.find(query).stream()
                .map(delivery -> new Stored<>(delivery.id(), delivery.storeId(), 0, delivery))
                .toList();
        return paging.page(found, Delivery::at, stored -> DeliveryView.of(stored.state()));
    }

    @GetMapping("/api/deliveries/{id}")
    DeliveryView get(Viewer viewer, @PathVariable String id) {
        viewer.require(LOOKING);
        return DeliveryView.of(visible(viewer, id));
    }

    /** Puts a parked one into the queue anew. */
    @PostMapping("/api/deliveries/{id}/resend")
    DeliveryView resend(Viewer viewer, @PathVariable String id) {
        viewer.require(Role.GROUP_HQ, Role.OPERATIONS);
        Delivery parked = visible(viewer, id);
        if (parked.state() != DeliveryState.PARKED) {
            throw TargetProblems.notParked();
        }
        DeliveryTarget target =
                targets.find(parked.targetId()).map(TargetVersion::target).orElseThrow(TargetProblems::targetGone);
        return queues.sendAgain(target, parked)
                .flatMap(deliveries::find)
                .map(DeliveryView::of)
                .orElseThrow(TargetProblems::targetGone);
    }

    private Delivery visible(Viewer viewer, String id) {
        Delivery delivery = deliveries.find(id).orElseThrow(ProblemException::notFound);
        viewer.requireStore(delivery.storeId());
        return delivery;
    }

    private static DeliveryState state(String text) {
        return Stream.of(DeliveryState.values())
                .filter(state -> state != DeliveryState.VOID)
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        List.of(new Violation("state", "Must be waiting, delivered, parked or resent."))));
    }
}
