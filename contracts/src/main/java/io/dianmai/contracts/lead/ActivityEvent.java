package io.dianmai.contracts.lead;

/**
 * What happened to a market activity (市场活动) of a store. Its subject is the activity, or the store's book of channel costs.
 */
public sealed interface ActivityEvent extends SalesEvent
        permits ActivityPlanned, ActivityPhaseEntered, MarketingCostBooked, ActivityCancelled {}
