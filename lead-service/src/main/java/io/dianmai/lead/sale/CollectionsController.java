package io.dianmai.lead.sale;

import io.dianmai.kit.org.StoreReplica;
import io.dianmai.kit.security.Viewer;
import io.dianmai.kit.web.GivenCommands;
import io.dianmai.lead.lead.Access;
import io.dianmai.lead.lead.Leads;
import io.dianmai.lead.lead.Stage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Sales")
class CollectionsController {
    /** No store has as many orders open and paid in a month; a slipped import may. */
    private static final int MOST = 5_000;

    private static final String ORDER = "state.deal.order";
    private static final String CANCELLED = "state.deal.cancelledOrders";

    private final Leads leads;
    private final StoreReplica stores;
    private final GivenCommands commands;

    CollectionsController(Leads leads, StoreReplica stores, GivenCommands commands) {
        this.leads = leads;
        this.stores = stores;
        this.commands = commands;
    }

    @GetMapping("/api/collections-forecast")
    @Operation(
            summary = "十日收款预定表: what is expected and what came in for a store's orders, by ten days of a month",
            description =
                    "Price less deposit and payments of every order that stands, under the day its payment is"
                            + " expected, with the orders behind each sum. Deposits and payments stand under the day they came.")
    CollectionsForecast forecast(
            @RequestParam String storeId,
            @Parameter(description = "The present month unless told", example = "2026-03")
                    @RequestParam(required = false)
                    @Nullable
                    YearMonth month,
            Viewer viewer) {
        Access.READ.require(viewer);
        viewer.requireStore(storeId);
        ZoneId zone = stores.zone(storeId);
        Instant now = commands.now();
        YearMonth wanted = month == null ? YearMonth.from(now.atZone(zone)) : month;
        var found = leads.find(ordersOf(storeId, wanted, zone), Sort.by("_id"), MOST + 1);
        var orders = new OrdersOfStore(zone, now);
        found.stream().limit(MOST).forEach(orders::add);
        return orders.forecast(storeId, wanted, found.size() <= MOST);
    }

    /** Whatever is still to be paid, and whatever was paid in the month. */
    static Criteria ordersOf(String storeId, YearMonth month, ZoneId zone) {
        Instant from = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        var ordered = Criteria.where(Leads.STAGE).is(Stage.ORDERED.name());
        var owing = Criteria.where(Leads.STAGE)
                .is(Stage.DELIVERED.name())
                .and(ORDER + ".orderId")
                .exists(true)
                .and(ORDER + ".settledAt")
                .exists(false);
        // Of a list, this asks more than what is in the month: what is too much falls out of its ten days.
        var inMonth = Stream.of(
                        ORDER + ".signedAt",
                        ORDER + ".receipts.at",
                        CANCELLED + ".signedAt",
                        CANCELLED + ".receipts.at")
                .map(path -> Criteria.where(path).gte(from).lt(to));
        var any = Stream.concat(Stream.of(ordered, owing), inMonth).toArray(Criteria[]::new);
        return new Criteria().andOperator(Criteria.where("storeId").is(storeId), new Criteria().orOperator(any));
    }
}
