package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.Consent;
import io.dianmai.contracts.lead.Interest;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.MaskedCustomer;
import io.dianmai.contracts.lead.ReopenReason;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.lead.CardCommand.CardChange;
import io.dianmai.lead.lead.LeadCommand.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 建卡、改卡、撞单: what a card says at first, what it says later, and what a second registration comes to. */
final class CardKeeping {
    private CardKeeping() {}

    /** The events of a new lead, its card included. */
    static List<LeadEvent> begin(Registration told, Circumstances now) {
        var events = new ArrayList<>(NewLead.events(told, now));
        LeadDimensions dimensions = events.getFirst().dimensions();
        Consent consent = told.consent();
        if (consent != null) {
            var interest = Objects.requireNonNullElse(told.interest(), Interest.UNKNOWN);
            events.add(new LeadCardUpdated(dimensions, told.customerClass(), told.customer(), interest, consent));
        }
        Clash clash = told.clash();
        if (clash != null) {
            events.add(new LeadClashed(
                    dimensions, clash.firstStoreId(), clash.firstRegisteredAt(), clash.protectedUntil()));
        }
        return events;
    }

    static Decision<LeadEvent> change(Lead lead, CardChange change) {
        if (lead.erased()) {
            return refuse(LeadRefusals.ERASED);
        }
        if (lead.progress().stage() == Stage.MERGED) {
            return refuse(LeadRefusals.MERGED);
        }
        LeadCardUpdated next = changed(lead, change);
        if (Interests.backwards(next.interest())) {
            return refuse(LeadRefusals.BUDGET_BACKWARDS);
        }
        return next.equals(asItIs(lead)) ? accept() : accept(next);
    }

    /** The customer of an open or lost lead was put on file once more. */
    static Decision<LeadEvent> registeredAgain(Lead lead, Registration told, Circumstances now) {
        if (knows(lead, told.reference())) {
            return refuse(LeadRefusals.ALREADY_REGISTERED);
        }
        if (lead.progress().stage().isFinal() || lead.erased()) {
            return refuse(LeadRefusals.NOT_TO_BE_JOINED);
        }
        var events = new ArrayList<LeadEvent>(List.of(new LeadRegisteredAgain(
                lead.dimensions(), told.channel(), told.activityId(), told.wantedModel(), told.reference())));
        if (lead.progress().stage() == Stage.LOST) {
            events.add(new LeadReopened(lead.dimensions(), ReopenReason.REGISTERED_AGAIN));
        }
        newOwner(lead, now).ifPresent(events::add);
        LeadDimensions dimensions = events.getLast().dimensions();
        var change = new CardChange(null, new MaskedCustomer(null, null, null), told.interest(), told.consent());
        LeadCardUpdated next = changed(lead.with(dimensions), change);
        if (!next.equals(asItIs(lead.with(dimensions)))) {
            events.add(next);
        }
        return accept(events);
    }

    private static boolean knows(Lead lead, @Nullable String reference) {
        return reference != null
                && (reference.equals(lead.reference())
                        || lead.cardOrEmpty().joined().contains(reference));
    }

    /** A customer who asks again and has nobody gets somebody, as a new one would. */
    private static Optional<LeadEvent> newOwner(Lead lead, Circumstances now) {
        String owner = lead.dimensions().advisorId();
        if (owner != null && now.roster().works(owner)) {
            return Optional.empty();
        }
        return Ownership.byRule(lead, now).map(LeadEvent.class::cast);
    }

    private static LeadCardUpdated changed(Lead lead, CardChange change) {
        Card card = lead.cardOrEmpty();
        Interest interest = Interests.patched(card.interest(), change.interest());
        LeadDimensions dimensions = interest.model() == null || lead.progress().ordered()
                ? lead.dimensions()
                : lead.dimensionsOf(interest.model());
        return new LeadCardUpdated(
                dimensions,
                change.customerClass() == null ? lead.customerClass() : change.customerClass(),
                patched(lead.customer(), change.customer()),
                interest,
                change.consent() == null ? card.consent() : change.consent());
    }

    private static LeadCardUpdated asItIs(Lead lead) {
        Card card = lead.cardOrEmpty();
        return new LeadCardUpdated(
                lead.dimensions(), lead.customerClass(), lead.customer(), card.interest(), card.consent());
    }

    private static MaskedCustomer patched(MaskedCustomer known, MaskedCustomer told) {
        return new MaskedCustomer(
                told.name() == null ? known.name() : told.name(),
                told.phone() == null ? known.phone() : told.phone(),
                told.phoneHash() == null ? known.phoneHash() : told.phoneHash());
    }
}
