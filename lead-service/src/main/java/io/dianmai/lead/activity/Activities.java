package io.dianmai.lead.activity;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.lead.ActivityEvent;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.kit.aggregate.AggregateStores;
import io.dianmai.kit.aggregate.Aggregates;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.aggregate.Outcome;
import io.dianmai.kit.aggregate.Stored;
import io.dianmai.lead.activity.ActivityCommand.Booking;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** The activities and channel costs of all stores, and the one way to change them: for facts and people alike. */
@Component
class Activities {
    static final String PLANNED_AT = "state.plannedAt";
    static final String ACTIVITY_ID = "state.activityId";
    static final String PHASE = "state.phase";
    static final String MAIN_FROM = "state.plan.mainFrom";
    static final String MAIN_TO = "state.plan.mainTo";

    private static final String COLLECTION = "activities";

    private final Aggregates<MarketActivity, ActivityEvent> activities;
    private final Aggregates<ChannelCosts, ActivityEvent> channels;

    Activities(AggregateStores aggregates, MongoTemplate mongo) {
        this.activities = aggregates.of(COLLECTION, MarketActivity.class, new ActivityBehaviour());
        this.channels = aggregates.of(
                "channelCosts", ChannelCosts.class, (_, book, event, time) -> ChannelCosts.apply(book, event, time));
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index("storeId", Sort.Direction.ASC)
                .on(PLANNED_AT, Sort.Direction.DESC)
                .named("newest"));
        indexes.createIndex(new Index("storeId", Sort.Direction.ASC)
                .on(MAIN_FROM, Sort.Direction.DESC)
                .named("main-phase"));
    }

    /** The activity that a store calls {@code activityId}. */
    static String idOf(String storeId, String activityId) {
        return AggregateIds.of(storeId, "activity", activityId);
    }

    /** The book of a store's costs of a channel. */
    static String idOf(String storeId, Channel channel) {
        return AggregateIds.of(storeId, "channel-costs", channel.name());
    }

    /** Does with an activity what is asked. */
    Outcome<MarketActivity> carryOut(String id, Command command, ActivityCommand asked) {
        return activities.execute(id, command, activity -> MarketActivity.decide(activity, asked, command.time()));
    }

    /** Books what was spent on a channel beside activities. */
    Outcome<ChannelCosts> book(Channel channel, Command command, Booking booking) {
        return channels.execute(idOf(command.storeId(), channel), command, book -> ChannelCosts.book(book, booking));
    }

    Optional<Stored<MarketActivity>> find(String id) {
        return activities.find(id);
    }

    List<Stored<MarketActivity>> find(Criteria filter, Sort order, int most) {
        return activities.find(filter, order, most);
    }

    /** All that match, the last planned first, of however many; to be closed. */
    Stream<Stored<MarketActivity>> stream(Criteria filter) {
        return activities.stream(filter, Sort.by(Sort.Direction.DESC, PLANNED_AT, "_id"));
    }

    /** How many match, counted up to {@code most}. */
    long count(Criteria filter, int most) {
        return activities.count(filter, most);
    }

    /** A store's books, in order of channels. */
    List<Stored<ChannelCosts>> channelCosts(String storeId) {
        return Arrays.stream(Channel.values())
                .flatMap(channel -> channels.find(idOf(storeId, channel)).stream())
                .toList();
    }
}
