package io.dianmai.lead.lead;

import io.dianmai.lead.grading.GradingPolicy;
import io.dianmai.lead.grading.Yardstick;
import io.dianmai.lead.roster.Roster;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a decision about a lead may look at besides the lead.
 *
 * @param time when the thing happened
 * @param zone the store's time zone
 * @param yardstick what the store's leads were measured by then
 * @param heldBack a new lead that is for marketing: the store's rule gives it to nobody
 */
record Circumstances(String leadId, Instant time, ZoneId zone, Roster roster, Yardstick yardstick, boolean heldBack) {

    /** Where headquarters has said nothing. */
    Circumstances(String leadId, Instant time, ZoneId zone, Roster roster) {
        this(leadId, time, zone, roster, Yardstick.shipped());
    }

    Circumstances(String leadId, Instant time, ZoneId zone, Roster roster, Yardstick yardstick) {
        this(leadId, time, zone, roster, yardstick, false);
    }

    Circumstances holdingBack() {
        return new Circumstances(leadId, time, zone, roster, yardstick, true);
    }

    GradingPolicy grading() {
        return yardstick.grading();
    }
}
