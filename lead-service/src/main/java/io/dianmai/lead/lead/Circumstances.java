package io.dianmai.lead.lead;

import io.dianmai.lead.roster.Roster;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a decision about a lead may look at besides the lead.
 *
 * @param time when the thing happened
 * @param zone the store's time zone
 */
record Circumstances(String leadId, Instant time, ZoneId zone, Roster roster) {}
