package io.dianmai.followup;

import io.dianmai.contracts.AggregateIds;
import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.fact.ContactMade;
import io.dianmai.contracts.followup.ContactMedium;
import io.dianmai.contracts.followup.ContactResult;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.CustomerClass;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.MaskedCustomer;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a store and the other services tell of one lead. */
public record Told(String storeId, String leadRef, String advisorId) {
    private static final Instant REGISTERED = minutesAgo(60);

    /** A lead that no other test knows. */
    public static Told ofNewLead(String storeId) {
        return new Told(storeId, "L-" + AggregateIds.next(), "li-" + storeId);
    }

    public static Instant minutesAgo(long minutes) {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(minutes, ChronoUnit.MINUTES);
    }

    public String leadId() {
        return AggregateIds.of(storeId, "lead", leadRef);
    }

    public LeadDimensions dimensions() {
        return new LeadDimensions(Channel.WALK_IN, null, "SUV", advisorId, "team-1", REGISTERED);
    }

    public Envelope<EventData> registered(Instant at) {
        return event(
                "/lead-service",
                leadId(),
                at,
                1,
                new LeadRegistered(
                        dimensions(),
                        CustomerClass.PROSPECT,
                        new MaskedCustomer("王*", "138****1234", "hash"),
                        leadRef));
    }

    public Envelope<EventData> contact(ContactResult result, Instant at) {
        return contact(result, at, null);
    }

    public Envelope<EventData> contact(ContactResult result, Instant at, @Nullable Instant next) {
        return event(
                "/dms/" + storeId, null, at, 0, new ContactMade(leadRef, ContactMedium.CALL, result, next, advisorId));
    }

    public Envelope<EventData> event(
            String source, @Nullable String subject, Instant at, long sequence, EventData data) {
        return new Envelope<>(
                AggregateIds.next(), URI.create(source), subject, at, storeId, sequence, minutesAgo(0), null, data);
    }
}
