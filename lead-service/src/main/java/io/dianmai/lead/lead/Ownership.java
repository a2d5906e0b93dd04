package io.dianmai.lead.lead;

import static io.dianmai.kit.aggregate.Decision.accept;
import static io.dianmai.kit.aggregate.Decision.refuse;

import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.RecallReason;
import io.dianmai.kit.aggregate.Decision;
import io.dianmai.lead.assignment.Dealt;
import io.dianmai.lead.lead.LeadCommand.Assignment;
import io.dianmai.lead.lead.LeadCommand.ContactLapse;
import io.dianmai.lead.lead.LeadCommand.HandOver;
import io.dianmai.lead.lead.LeadCommand.IdleLapse;
import io.dianmai.lead.lead.LeadCommand.Recall;
import io.dianmai.lead.lead.LeadCommand.ResponseLapse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a lead: given by somebody, passed on or taken back when a deadline lapsed, handed over by who leaves. What a
 * reminder asks for happens only while nothing newer contradicts it: it may be heard long after it fired.
 */
final class Ownership {
    private Ownership() {}

    static Decision<LeadEvent> assign(Lead lead, Assignment assignment, Circumstances now) {
        if (!now.roster().works(assignment.advisorId())) {
            return refuse(LeadRefusals.ADVISOR_NOT_AT_STORE);
        }
        if (assignment.advisorId().equals(owner(lead))) {
            return accept();
        }
        return assignment.overCapacity() || !now.dealing().full(assignment.advisorId())
                ? accept(assigned(lead, assignment.advisorId(), AssignmentReason.MANUAL, assignment.note(), now))
                : refuse(PoolRefusals.AT_CAPACITY);
    }

    /** A customer who came was responded to, whatever the reminder says. */
    static Decision<LeadEvent> passOn(Lead lead, ResponseLapse lapse, Circumstances now) {
        return asItWas(lead, lapse.ownerId()) && lead.progress().visits() == 0
                ? passOn(lead, AssignmentReason.RESPONSE_LAPSED, now)
                : accept();
    }

    static Decision<LeadEvent> passOn(Lead lead, ContactLapse lapse, Circumstances now) {
        return asItWas(lead, lapse.ownerId()) && !active(lead, lapse.dueAt(), lapse.firedAt())
                ? passOn(lead, AssignmentReason.CONTACT_LAPSED, now)
                : accept();
    }

    static Decision<LeadEvent> recallIdle(Lead lead, IdleLapse lapse) {
        return asItWas(lead, lapse.ownerId()) && owner(lead) != null && !active(lead, lapse.dueAt(), lapse.firedAt())
                ? accept(recalled(lead, RecallReason.IDLE, null))
                : accept();
    }

    static Decision<LeadEvent> recall(Lead lead, Recall recall) {
        if (lead.progress().ordered()) {
            return refuse(LeadRefusals.ORDERED_STAYS);
        }
        return lead.recalled() == null ? accept(recalled(lead, RecallReason.MANAGER, recall.note())) : accept();
    }

    static Decision<LeadEvent> handOver(Lead lead, HandOver leaving, Circumstances now) {
        if (lead.progress().stage().closed() || !leaving.from().equals(owner(lead))) {
            return accept();
        }
        boolean ordered = lead.progress().ordered();
        return Optional.ofNullable(leaving.to())
                .or(() -> now.dealing()
                        .takeOver(lead.dimensions(), leaving.from(), ordered)
                        .map(Dealt::advisorId))
                .map(next ->
                        Decision.<LeadEvent>accept(assigned(lead, next, AssignmentReason.LEAVER, leaving.note(), now)))
                .orElseGet(() -> ordered ? accept() : accept(recalled(lead, RecallReason.LEAVER, leaving.note())));
    }

    private static Decision<LeadEvent> passOn(Lead lead, AssignmentReason reason, Circumstances now) {
        String owner = owner(lead);
        Optional<Dealt> dealt = owner == null
                ? now.dealing().deal(lead.dimensions())
                : now.dealing().pass(lead.dimensions(), owner, Set.of());
        return dealt.map(next -> Decision.<LeadEvent>accept(assigned(lead, next.advisorId(), reason, next.note(), now)))
                .orElseGet(Decision::accept);
    }

    private static boolean active(Lead lead, Instant dueAt, Instant firedAt) {
        Activity activity = lead.activity();
        return activity != null && activity.contradicts(dueAt, firedAt);
    }

    /** To whom the store's rule gives a lead that nobody owns; nobody where there is nobody. */
    static Optional<LeadAssigned> byRule(Lead lead, Circumstances now) {
        return now.dealing()
                .deal(lead.dimensions())
                .map(dealt -> assigned(lead, dealt.advisorId(), AssignmentReason.RULE, dealt.note(), now));
    }

    /** Open, not ordered, neither in the pool nor with marketing, and still with whom a reminder names. */
    private static boolean asItWas(Lead lead, @Nullable String ownerId) {
        return !lead.progress().stage().closed()
                && !lead.progress().ordered()
                && lead.recalled() == null
                && !lead.waitsForMarketing()
                && (ownerId == null || ownerId.equals(owner(lead)));
    }

    private static @Nullable String owner(Lead lead) {
        return lead.dimensions().advisorId();
    }

    static LeadAssigned assigned(
            Lead lead, String advisorId, AssignmentReason reason, @Nullable String note, Circumstances now) {
        var owned = lead.dimensionsOwnedBy(advisorId, now.roster().teamOf(advisorId));
        return new LeadAssigned(owned, advisorId, owner(lead), reason, note);
    }

    static LeadRecalled recalled(Lead lead, RecallReason reason, @Nullable String note) {
        return new LeadRecalled(lead.dimensionsOwnedBy(null, null), owner(lead), reason, note);
    }
}
