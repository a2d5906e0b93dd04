package io.dianmai.lead.lead;

import io.dianmai.lead.assignment.Dealing;
import io.dianmai.lead.roster.Roster;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a decision about a lead may look at besides the lead.
 *
 * @param time when the thing happened
 * @param zone the store's time zone
 * @param dealing whom the lead goes to by the store's rule
 */
record Circumstances(String leadId, Instant time, ZoneId zone, Roster roster, Dealing dealing) {
    /** Where leads are dealt by the rule that ships. */
    Circumstances(String leadId, Instant time, ZoneId zone, Roster roster) {
        this(leadId, time, zone, roster, Dealing.shipped(leadId, roster));
    }
}
