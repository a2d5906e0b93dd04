package io.dianmai.lead.activity;

import io.dianmai.contracts.lead.ActivityCancelled;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.ActivityPhaseEntered;
import io.dianmai.contracts.lead.ActivityPlanned;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.MarketingCostBooked;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.activity.ActivityCommand.Booking;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 渠道费用: what a store has spent on one channel beside its activities. */
record ChannelCosts(Channel channel, CostBook costs) {

    static Decision<ActivityEvent> book(@Nullable ChannelCosts book, Booking booking) {
        return (book == null ? CostBook.EMPTY : book.costs()).book(null, booking);
    }

    static ChannelCosts apply(@Nullable ChannelCosts book, ActivityEvent event, Instant time) {
        return switch (event) {
            case MarketingCostBooked booked ->
                new ChannelCosts(
                        Objects.requireNonNull(booked.channel(), "a channel's cost names it"),
                        (book == null ? CostBook.EMPTY : book.costs()).with(booked, time));
            case ActivityPlanned _, ActivityPhaseEntered _, ActivityCancelled _ ->
                throw new IllegalStateException("an activity is no book of a channel");
        };
    }
}
