package io.dianmai.lead.lead;

import io.dianmai.lead.assignment.Dealing;
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
 * @param dealing whom the lead goes to by the store's rule
 * @param heldBack a new lead that is for marketing: the store's rule gives it to nobody
 */
record Circumstances(
        String leadId,
        Instant time,
        ZoneId zone,
        Roster roster,
        Yardstick yardstick,
        Dealing dealing,
        boolean heldBack) {

    /** Where headquarters has said nothing. */
    Circumstances(String leadId, Instant time, ZoneId zone, Roster roster) {
        this(leadId, time, zone, roster, Yardstick.shipped());
    }

    /** Where leads are dealt by the rule that ships. */
    Circumstances(String leadId, Instant time, ZoneId zone, Roster roster, Yardstick yardstick) {
        this(leadId, time, zone, roster, yardstick, Dealing.shipped(leadId, roster), false);
    }

    Circumstances(String leadId, Instant time, ZoneId zone, Roster roster, Dealing dealing) {
        this(leadId, time, zone, roster, Yardstick.shipped(), dealing, false);
    }

    Circumstances holdingBack() {
        return new Circumstances(leadId, time, zone, roster, yardstick, dealing, true);
    }

    GradingPolicy grading() {
        return yardstick.grading();
    }
}
