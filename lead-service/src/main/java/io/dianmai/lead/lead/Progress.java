package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LossReason;
import org.jspecify.annotations.Nullable;

/**
 * What has happened with a lead so far.
 *
 * @param visits how often the customer came to the store
 * @param orderId the store system's own id of the order, once one was signed
 */
public record Progress(
        Stage stage,
        int visits,
        int testDrives,
        @Nullable String orderId,
        @Nullable LossReason lossReason) {

    static final Progress NONE = new Progress(Stage.REGISTERED, 0, 0, null, null);

    boolean ordered() {
        return orderId != null;
    }

    Progress visited() {
        return new Progress(stage.reaching(Stage.VISITED), visits + 1, testDrives, orderId, lossReason);
    }

    Progress testDriven() {
        return new Progress(stage.reaching(Stage.TEST_DRIVEN), visits, testDrives + 1, orderId, lossReason);
    }

    Progress ordered(String order) {
        return new Progress(stage.reaching(Stage.ORDERED), visits, testDrives, order, lossReason);
    }

    Progress delivered() {
        return new Progress(stage.reaching(Stage.DELIVERED), visits, testDrives, orderId, lossReason);
    }

    Progress lost(LossReason reason) {
        return new Progress(stage.reaching(Stage.LOST), visits, testDrives, orderId, reason);
    }
}
