package io.dianmai.lead.activity;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.kit.aggregate.Stored;
import java.util.List;

/**
 * What a store has spent on a channel beside its activities.
 *
 * @param cost in fen, all that was booked
 * @param costs the last hundred booked, the latest first
 */
record ChannelCostsView(String id, String storeId, Channel channel, long cost, List<CostBook.Cost> costs) {

    static ChannelCostsView of(Stored<ChannelCosts> stored) {
        CostBook costs = stored.state().costs();
        return new ChannelCostsView(
                stored.id(),
                stored.storeId(),
                stored.state().channel(),
                costs.total(),
                costs.latest(ActivityView.COSTS_SHOWN));
    }
}
