package io.dianmai.lead.visit;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.lead.lead.Lead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of a party that comes or calls.
 *
 * @param leadId the lead it belongs to: the one named, or the open one that owns the phone it left
 * @param leadRegisteredAt when that was put on file; absent while it is yet to be
 * @param repeat 再次来店: whether it has been here before; absent when nobody can know, for a party that left nothing
 */
record Acquaintance(
        @Nullable String leadId,
        @Nullable Instant leadRegisteredAt,
        @Nullable Boolean repeat) {
    /** The same, of a lead that was put on file then. */
    Acquaintance registered(Instant at) {
        return new Acquaintance(leadId, at, repeat);
    }

    /**
     * Whether the customer of a lead had been at the store before a visit: visits are in the log, or the customer came in on an
     * earlier day to be put on file.
     */
    static boolean cameBefore(Lead lead, Instant visitedAt, ZoneId zone) {
        LocalDate filed = lead.registeredAt().atZone(zone).toLocalDate();
        return lead.progress().visits() > 0
                || (lead.dimensions().channel() == Channel.WALK_IN
                        && filed.isBefore(visitedAt.atZone(zone).toLocalDate()));
    }
}
