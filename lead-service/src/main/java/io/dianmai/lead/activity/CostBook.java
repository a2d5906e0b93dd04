package io.dianmai.lead.activity;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.MarketingCostBooked;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.activity.ActivityCommand.Booking;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was spent, each cost once. */
record CostBook(List<Cost> costs) {
    static final CostBook EMPTY = new CostBook(List.of());

    /** Ten a week for twenty years; one document holds them all. */
    private static final int MOST = 10_000;

    CostBook {
        costs = List.copyOf(costs);
    }

    /** @param amount in fen; negative for some that was taken back */
    record Cost(String costId, @Nullable Channel channel, long amount, Instant at) {
        boolean says(Booking booking) {
            return amount == booking.amount() && Objects.equals(channel, booking.channel());
        }
    }

    /** @param activityId what the money was spent on; absent in the book of a channel */
    Decision<ActivityEvent> book(@Nullable String activityId, Booking booking) {
        var before = costs.stream()
                .filter(cost -> cost.costId().equals(booking.costId()))
                .findFirst();
        if (before.isPresent()) {
            return before.get().says(booking) ? accept() : refuse(ActivityRefusals.COST_OTHERWISE_BOOKED);
        }
        return costs.size() >= MOST
                ? refuse(ActivityRefusals.TOO_MANY_COSTS)
                : accept(new MarketingCostBooked(activityId, booking.channel(), booking.costId(), booking.amount()));
    }

    CostBook with(MarketingCostBooked booked, Instant time) {
        var cost = new Cost(booked.costId(), booked.channel(), booked.amount(), time);
        return new CostBook(Stream.concat(costs.stream(), Stream.of(cost)).toList());
    }

    /** In fen. */
    long total() {
        return costs.stream().mapToLong(Cost::amount).sum();
    }

    /** The last ones booked, the latest first. */
    List<Cost> latest(int most) {
        return costs.reversed().stream().limit(most).toList();
    }
}
