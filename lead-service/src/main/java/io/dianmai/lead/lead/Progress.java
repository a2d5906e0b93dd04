package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LossReason;
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

    /** The lead stands where visits and test drives have brought it, those since the order included. */
    Progress orderCancelled(String order) {
        Stage without = stageSoFar();
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

    /** Lost no more: the lead stands where visits, test drives and an order have brought it. */
    Progress reopened() {
        return at(ordered() ? Stage.ORDERED : stageSoFar(), null);
    }

    private Stage stageSoFar() {
        return testDrives > 0 ? Stage.TEST_DRIVEN : visits > 0 ? Stage.VISITED : Stage.REGISTERED;
    }

    Progress lost(LossReason reason) {
        return at(stage.reaching(Stage.LOST), reason);
    }

    private Progress at(Stage reached, @Nullable LossReason reason) {
        return new Progress(reached, visits, testDrives, orderId, signed, cancelledOrders, reason);
    }
}
