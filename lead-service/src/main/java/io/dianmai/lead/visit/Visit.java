package io.dianmai.lead.visit;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.VisitKind;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.kit.aggregate.Refusal;
import io.dianmai.lead.roster.Roster;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 来店/电登记: one party that came or called, whether or not it left contact data.
 *
 * @param customer what it left, masked
 * @param repeat 再次来店: whether it had been here before; absent when nobody knows
 */
public record Visit(
        VisitKind kind,
        int partySize,
        boolean retained,
        @Nullable String leadId,
        LeadDimensions dimensions,
        Instant visitedAt,
        @Nullable MaskedCustomer customer,
        @Nullable Boolean repeat) {

    static final Refusal ALREADY_LOGGED = Refusal.conflict(
            "visit-already-logged", "This visit stands in the log. Give another visit a reference of its own.");

    static Decision<VisitLogged> log(@Nullable Visit visit, VisitEntry entry, Roster roster, Acquaintance known) {
        return visit == null ? accept(logged(entry, roster, known)) : refuse(ALREADY_LOGGED);
    }

    static Visit of(VisitLogged event, Instant time) {
        return new Visit(
                event.kind(),
                event.partySize(),
                event.retained(),
                event.leadId(),
                event.dimensions(),
                time,
                event.customer(),
                event.repeat());
    }

    /** The same visit of nobody. */
    Visit erased() {
        return new Visit(kind, partySize, retained, leadId, dimensions, visitedAt, null, repeat);
    }

    private static VisitLogged logged(VisitEntry entry, Roster roster, Acquaintance known) {
        var dimensions = new LeadDimensions(
                channel(entry.kind()),
                null,
                entry.model(),
                entry.advisorId(),
                roster.teamOf(entry.advisorId()),
                known.leadRegisteredAt());
        return new VisitLogged(
                dimensions,
                entry.kind(),
                entry.partySize(),
                entry.retained(),
                known.leadId(),
                entry.shown(),
                known.repeat());
    }

    private static Channel channel(VisitKind kind) {
        return switch (kind) {
            case WALK_IN -> Channel.WALK_IN;
            case CALL -> Channel.PHONE;
        };
    }
}
