package io.dianmai.lead.lead;

import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.LeadGraded;
import io.dianmai.contracts.lead.LeadLossProposed;
import io.dianmai.contracts.lead.LeadLossRefused;
import io.dianmai.contracts.lead.LeadLost;
import io.dianmai.contracts.lead.LeadMerged;
import io.dianmai.contracts.lead.LeadOrderCancelled;
import io.dianmai.contracts.lead.LeadOrderChanged;
import io.dianmai.contracts.lead.LeadOrdered;
import io.dianmai.contracts.lead.LeadPaymentReceived;
import io.dianmai.contracts.lead.LeadQuoted;
import io.dianmai.contracts.lead.LeadRecalled;
import io.dianmai.contracts.lead.LeadRegistered;
import io.dianmai.contracts.lead.LeadRegisteredAgain;
import io.dianmai.contracts.lead.LeadReopened;
import io.dianmai.contracts.lead.LeadScored;
import io.dianmai.contracts.lead.LeadTestDriven;
import io.dianmai.contracts.lead.LeadVisited;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.kit.aggregate.Behaviour;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a lead follows from its events. */
final class LeadBehaviour implements Behaviour<Lead, LeadEvent> {

    @Override
    public Lead apply(String id, @Nullable Lead state, LeadEvent event, Instant time) {
        return switch (event) {
            case LeadRegistered registered -> begin(registered, time);
            case LeadAssigned assigned -> assigned(begun(state), assigned, time);
            case LeadGraded graded ->
                begun(state).with(new Grade(graded.level(), graded.overridden(), graded.reason()));
            case LeadVisited _ ->
                begun(state).with(begun(state).progress().visited()).activeAt(time);
            case LeadTestDriven _ ->
                begun(state).with(begun(state).progress().testDriven()).activeAt(time);
            case LeadOrdered ordered ->
                begun(state)
                        .with(ordered.dimensions())
                        .with(begun(state).progress().ordered(ordered, time));
            case LeadOrderCancelled cancelled ->
                begun(state)
                        .with(begun(state).progress().orderCancelled(cancelled.orderId()))
                        .activeAt(time);
            case LeadDelivered _ -> begun(state).with(begun(state).progress().delivered());
            case LeadLost lost -> begun(state).with(begun(state).progress().lost(lost.reason()));
            case LeadRecalled recalled ->
                begun(state)
                        .with(recalled.dimensions())
                        .recalled(new Recalled(time, recalled.reason(), recalled.previousAdvisorId()));
            case LeadCardUpdated updated -> begun(state).with(updated);
            case LeadRegisteredAgain again ->
                begun(state)
                        .with(begun(state).cardOrEmpty().registeredAgain(again.reference()))
                        .activeAt(time);
            case LeadReopened _ ->
                begun(state).with(begun(state).progress().reopened()).activeAt(time);
            case LeadClashed clash ->
                begun(state).with(begun(state).cardOrEmpty().clashing(clash(clash)));
            case LeadMerged merged ->
                begun(state)
                        .with(begun(state).cardOrEmpty().mergedInto(merged.intoLeadId()))
                        .with(begun(state).progress().merged());
            case LeadAbsorbed absorbed ->
                begun(state).with(begun(state).cardOrEmpty().absorbing(absorbed.fromLeadId()));
            case LeadScored _,
                    LeadContacted _,
                    LeadQuoted _,
                    LeadOrderChanged _,
                    LeadPaymentReceived _,
                    LeadLossProposed _,
                    LeadLossRefused _ -> begun(state);
            case VisitLogged _ -> throw new IllegalStateException("a visit is no event of a lead");
        };
    }

    private static Lead begin(LeadRegistered event, Instant time) {
        return new Lead(
                event.reference(),
                event.customerClass(),
                event.customer(),
                time,
                event.dimensions(),
                null,
                Progress.NONE,
                Activity.later(null, time),
                null,
                event.interest() == null ? null : Card.EMPTY.saying(event.interest(), null));
    }

    private static Clash clash(LeadClashed event) {
        return new Clash(event.firstStoreId(), event.firstRegisteredAt(), event.protectedUntil());
    }

    /** Whoever gets a lead out of the pool begins anew with it. */
    private static Lead assigned(Lead lead, LeadAssigned event, Instant time) {
        Lead owned = lead.with(event.dimensions());
        return lead.recalled() == null ? owned : owned.recalled(null).activeAt(time);
    }

    private static Lead begun(@Nullable Lead lead) {
        return Objects.requireNonNull(lead, "a lead begins with its registration");
    }
}
