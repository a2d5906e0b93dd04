package io.dianmai.lead.assignment;

import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.Level;
import org.jspecify.annotations.Nullable;

/**
 * As what a lead is counted.
 *
 * @param sequence of the last event that was heard of it
 * @param advisorId who has it; absent for nobody
 */
record LeadStanding(
        String leadId,
        long sequence,
        @Nullable String advisorId,
        @Nullable Level level,
        boolean open) {

    static LeadStanding unknown(String leadId) {
        return new LeadStanding(leadId, 0, null, null, true);
    }

    LeadStanding after(LeadEvent event, long at) {
        return new LeadStanding(leadId, at, event.dimensions().advisorId(), levelAfter(event), openAfter(event));
    }

    /** Whom it counts for: who has it while it is open. */
    @Nullable
    String holder() {
        return open ? advisorId : null;
    }

    private @Nullable Level levelAfter(LeadEvent event) {
        return event instanceof LeadGraded graded ? graded.level() : level;
    }

    private boolean openAfter(LeadEvent event) {
        if (event instanceof LeadDelivered || event instanceof LeadLost || event instanceof LeadMerged) {
            return false;
        }
        return open || event instanceof LeadReopened || event instanceof LeadRegistered;
    }
}
