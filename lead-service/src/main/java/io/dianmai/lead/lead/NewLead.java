package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.AssignmentReason;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadDimensions;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.Level;
import io.dianmai.lead.lead.LeadCommand.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a lead begins: registered, given to somebody where there is anybody, graded. */
final class NewLead {
    private NewLead() {}

    /** All of these events name the advisor that the lead is given to, the registration included. */
    static List<LeadEvent> events(Registration registration, Circumstances now) {
        Optional<Owner> owner = owner(registration, now);
        var dimensions = dimensions(registration, owner.map(Owner::advisorId).orElse(null), now);
        var events = new ArrayList<LeadEvent>();
        events.add(new LeadRegistered(
                dimensions,
                registration.customerClass(),
                registration.customer(),
                registration.reference(),
                registration.interest()));
        owner.ifPresent(first ->
                events.add(new LeadAssigned(dimensions, first.advisorId(), null, first.reason(), first.note())));
        Level level = now.grading().levelFor(registration.criteria());
        events.add(new LeadGraded(
                dimensions, level, null, false, null, now.grading().name(), level));
        return events;
    }

    private record Owner(
            String advisorId,
            AssignmentReason reason,
            @Nullable String note) {}

    /** Whoever is named, if he works there, whatever he has; else the store's rule decides. */
    private static Optional<Owner> owner(Registration registration, Circumstances now) {
        return Optional.ofNullable(registration.advisorId())
                .filter(now.roster()::works)
                .map(advisor -> new Owner(advisor, AssignmentReason.MANUAL, null))
                .or(() -> byRule(registration, now));
    }

    /** What is for marketing is for no advisor yet. */
    private static Optional<Owner> byRule(Registration registration, Circumstances now) {
        return now.heldBack()
                ? Optional.empty()
                : now.dealing()
                        .deal(dimensions(registration, null, now))
                        .map(dealt -> new Owner(dealt.advisorId(), AssignmentReason.RULE, dealt.note()));
    }

    private static LeadDimensions dimensions(Registration registration, @Nullable String advisorId, Circumstances now) {
        return new LeadDimensions(
                registration.channel(),
                registration.activityId(),
                registration.wantedModel(),
                advisorId,
                now.roster().teamOf(advisorId),
                now.time());
    }
}
