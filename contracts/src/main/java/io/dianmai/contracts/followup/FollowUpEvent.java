package io.dianmai.contracts.followup;

import io.dianmai.contracts.EventData;
import io.dianmai.contracts.lead.LeadDimensions;

/** What happened to a promise to contact somebody. Its subject is the follow-up plan, whose id is the lead's. */
public sealed interface FollowUpEvent extends EventData
        permits FollowUpScheduled,
                FollowUpRescheduled,
                FollowUpReassigned,
                ContactLogged,
                FollowUpDone,
                FollowUpOverdue,
                FollowUpCancelled,
                FollowUpSkipped,
                LevelProposed {
    /** What numbers about it can be cut by. */
    LeadDimensions dimensions();
}
