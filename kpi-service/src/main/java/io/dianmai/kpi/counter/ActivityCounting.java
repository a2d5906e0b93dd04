package io.dianmai.kpi.counter;

import io.dianmai.contracts.lead.ActivityCancelled;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.ActivityPhaseEntered;
import io.dianmai.contracts.lead.ActivityPlanned;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.MarketingCostBooked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the events of market activities add: their costs, by activity and by channel, whichever is named. */
final class ActivityCounting {
    private ActivityCounting() {}

    static List<Posting> postings(ActivityEvent event, Instant at) {
        return switch (event) {
            case MarketingCostBooked booked ->
                new Amounts().add(Counter.CAMPAIGN_COST, booked.amount()).at(at, slices(booked));
            case ActivityPlanned _, ActivityPhaseEntered _, ActivityCancelled _ -> List.of();
        };
    }

    private static List<Slice> slices(MarketingCostBooked booked) {
        List<Slice> slices = new ArrayList<>();
        Channel channel = booked.channel();
        Slice.add(slices, Dimension.CHANNEL, channel == null ? null : channel.name());
        Slice.add(slices, Dimension.ACTIVITY, booked.activityId());
        return slices;
    }
}
