package io.dianmai.kpi.counter;

import io.dianmai.contracts.lead.StockEvent;
import io.dianmai.contracts.lead.VehicleAllocated;
import io.dianmai.contracts.lead.VehicleReleased;
import io.dianmai.contracts.lead.VehicleSold;
import io.dianmai.contracts.lead.VehicleStocked;
import io.dianmai.contracts.lead.VehicleTransferred;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the events of vehicles in stock add, by model. When a vehicle will have stood for {@link #AGED} is known when it
 * comes: it counts as aged from that day on, which may lie ahead, and is taken back on the day on which it leaves, or on
 * that same day when it leaves before. So the level of any day is exact without anything that wakes up in between.
 */
public final class StockCounting {
    /** 滞销: how long an aged vehicle has stood in the stock of the group. A KPI's own number: it means the same everywhere. */
    public static final Duration AGED = Duration.ofDays(90);

    private StockCounting() {}

    static List<Posting> postings(StockEvent event, Instant at) {
        return switch (event) {
            case VehicleStocked stocked -> moved(stocked, 1, stocked.agedFrom(), at);
            case VehicleSold sold -> moved(sold, -1, sold.agedFrom(), at);
            case VehicleTransferred transferred -> moved(transferred, -1, transferred.agedFrom(), at);
            case VehicleAllocated _, VehicleReleased _ -> List.of();
        };
    }

    private static List<Posting> moved(StockEvent event, int vehicles, Instant agedFrom, Instant at) {
        List<Slice> slices = new ArrayList<>();
        Slice.add(slices, Dimension.MODEL, event.vehicle().model());
        List<Posting> postings = new ArrayList<>(
                new Amounts().add(Counter.STOCK_ON_HAND, vehicles).at(at, slices));
        postings.addAll(new Amounts().add(Counter.STOCK_OVER_90_DAYS, vehicles).at(aged(agedFrom, at), slices));
        return postings;
    }

    /** When it is aged, or the time of the event if it was by then; nothing ages from a time to come. */
    private static Instant aged(Instant agedFrom, Instant at) {
        Instant since = agedFrom.isAfter(at) ? at : agedFrom;
        Instant aged = since.plus(AGED);
        return aged.isAfter(at) ? aged : at;
    }
}
