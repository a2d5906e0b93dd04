package io.dianmai.lead.activity;

import io.dianmai.contracts.lead.ActivityPhase;
import io.dianmai.contracts.lead.ActivityPlan;
import io.dianmai.contracts.lead.Channel;
import org.jspecify.annotations.Nullable;

/** What can be asked of a market activity, whoever asks: a store system or a person. */
sealed interface ActivityCommand {

    /** Plans an activity that is not on file yet. */
    record Planning(String activityId, ActivityPlan plan) implements ActivityCommand {}

    /** States the plan, whether or not the activity is on file: what store systems do. */
    record Announcement(String activityId, ActivityPlan plan) implements ActivityCommand {}

    /** What only an activity on file can do. */
    sealed interface Change extends ActivityCommand {}

    record Replanning(ActivityPlan plan) implements Change {}

    record Move(ActivityPhase phase) implements Change {}

    record Cancellation() implements Change {}

    /**
     * Money was spent on it.
     *
     * @param costId the store system's own id of the cost
     * @param channel the channel that the money went to, where it is told
     * @param amount in fen; negative to take some back
     */
    record Booking(String costId, @Nullable Channel channel, long amount) implements Change {}
}
