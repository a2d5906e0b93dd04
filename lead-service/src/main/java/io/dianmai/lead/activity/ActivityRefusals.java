package io.dianmai.lead.activity;

import io.dianmai.kit.aggregate.Refusal;

/** Why activities and books of costs refuse commands. */
final class ActivityRefusals {
    static final Refusal NOT_FOUND =
            Refusal.notFound("activity-not-found", "The store has no such activity. Announce it first.");
    static final Refusal ALREADY_PLANNED = Refusal.conflict(
            "activity-already-planned", "The store has planned this activity already. Change its plan instead.");
    static final Refusal CANCELLED = Refusal.conflict(
            "activity-cancelled", "The activity was cancelled. Only what it has cost can still be booked.");
    static final Refusal CLOSED =
            Refusal.conflict("activity-closed", "The activity is over. Only what it has cost can still be booked.");
    static final Refusal PHASE_GOES_BACK = Refusal.conflict(
            "phase-goes-back", "An activity goes forward only: before, main, after, closed. It is further than that.");
    static final Refusal ENDS_BEFORE_START =
            Refusal.invalid("activity-ends-before-start", "The main phase cannot end before it starts: check mainTo.");
    static final Refusal DATES_IMPOSSIBLE = Refusal.invalid(
            "activity-dates-impossible",
            "The main phase is since 2000 and ends within five years. Check mainFrom and mainTo.");
    static final Refusal COST_OTHERWISE_BOOKED = Refusal.conflict(
            "cost-already-booked",
            "This cost was booked already, with another amount or channel. Correct it by a cost of its own.");
    static final Refusal TOO_MANY_COSTS =
            Refusal.conflict("too-many-costs", "No more costs fit into this book. Book sums instead of single costs.");
    static final Refusal COST_OF_NOTHING =
            Refusal.invalid("cost-of-nothing", "A cost belongs to an activity or to a channel: name one of them.");

    private ActivityRefusals() {}
}
