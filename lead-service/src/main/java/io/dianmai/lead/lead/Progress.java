package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LossReason;
import io.dianmai.lead.deal.Deal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has happened with a lead so far.
 *
 * @param visits how often the customer came to the store
 * @param orderId the store system's own id of the order, while there is one
 * @param signed that order; absent for one that was signed before orders were kept
 * @param cancelledOrders ids of orders that were taken back
 */
public record Progress(
        Stage stage,
        int visits,
        int testDrives,
        @Nullable String orderId,
        @Nullable SignedOrder signed,
        List<String> cancelledOrders,
        @Nullable LossReason lossReason) {

    static final Progress NONE = new Progress(Stage.REGISTERED, 0, 0, null, null, List.of(), null);

    public Progress {
        // Leads stored before orders could be taken back have no list, whatever the type says.
        cancelledOrders = List.copyOf(Objects.requireNonNullElse(cancelledOrders, List.of()));
    }

    boolean ordered() {
        return orderId != null;
    }

    boolean cancelled(String order) {
        return cancelledOrders.contains(order);
    }

    Progress contacted() {
        return at(stage.reaching(Stage.CONTACTED), lossReason);
    }

    Progress visited() {
        return new Progress(
                stage.reaching(Stage.VISITED), visits + 1, testDrives, orderId, signed, cancelledOrders, lossReason);
    }

    Progress testDriven() {
        return new Progress(
                stage.reaching(Stage.TEST_DRIVEN),
                visits,
                testDrives + 1,
                orderId,
                signed,
                cancelledOrders,
                lossReason);
    }

    Progress quoted() {
        return at(stage.reaching(Stage.NEGOTIATING), lossReason);
    }

    Progress ordered(LeadOrdered event, Instant at) {
        return new Progress(
                stage.reaching(Stage.ORDERED),
                visits,
                testDrives,
                event.orderId(),
                new SignedOrder(event, at),
                cancelledOrders,
                lossReason);
    }

    /** The lead stands where everything but the order has brought it, what came since the order included. */
    Progress orderCancelled(String order, Deal deal) {
        Stage without = withoutOrder(deal);
        List<String> cancelled =
                Stream.concat(cancelledOrders.stream(), Stream.of(order)).toList();
        return new Progress(without, visits, testDrives, null, null, cancelled, lossReason);
    }

    Progress delivered() {
        return at(stage.reaching(Stage.DELIVERED), lossReason);
    }

    Progress merged() {
        return at(Stage.MERGED, lossReason);
    }

    Progress lost(LossReason reason) {
        return at(stage.reaching(Stage.LOST), reason);
    }

    /** The lead stands where it stood before it was lost. */
    Progress reopened(Deal deal) {
        return at(ordered() ? Stage.ORDERED : withoutOrder(deal), null);
    }

    private Stage withoutOrder(Deal deal) {
        if (deal.quotesGiven() > 0) {
            return Stage.NEGOTIATING;
        }
        if (testDrives > 0) {
            return Stage.TEST_DRIVEN;
        }
        if (visits > 0) {
            return Stage.VISITED;
        }
        return deal.contacts().firstAt() == null ? Stage.REGISTERED : Stage.CONTACTED;
    }

    private Progress at(Stage reached, @Nullable LossReason reason) {
        return new Progress(reached, visits, testDrives, orderId, signed, cancelledOrders, reason);
    }
}
