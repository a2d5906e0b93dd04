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
import io.dianmai.lead.deal.LossProposed;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a lead follows from its events. */
final class LeadBehaviour implements Behaviour<Lead, LeadEvent> {

    @Override
    public Lead apply(String id, @Nullable Lead state, LeadEvent event, Instant time) {
        return switch (event) {
            case LeadRegistered registered -> Lead.begun(registered, time);
            case LeadAssigned assigned -> assigned(begun(state), assigned, time);
            case LeadGraded graded ->
                begun(state)
                        .with(Grade.of(graded))
                        .with(begun(state).knownOutlook().graded(graded, time));
            case LeadVisited _ ->
                begun(state).with(begun(state).progress().visited()).activeAt(time);
            case LeadContacted _ -> SaleBehaviour.contacted(begun(state), time);
            case LeadTestDriven driven -> SaleBehaviour.testDriven(begun(state), driven, time);
            case LeadQuoted quoted -> SaleBehaviour.quoted(begun(state), quoted, time);
            case LeadOrdered ordered -> SaleBehaviour.ordered(begun(state), ordered, time);
            case LeadOrderChanged changed -> SaleBehaviour.changed(begun(state), changed);
            case LeadPaymentReceived paid -> SaleBehaviour.paid(begun(state), paid, time);
            case LeadOrderCancelled cancelled -> SaleBehaviour.cancelled(begun(state), cancelled, time);
            case LeadDelivered _ -> SaleBehaviour.delivered(begun(state), time);
            case LeadLossProposed proposed ->
                begun(state).with(begun(state).soFar().proposing(LossProposed.of(proposed, time)));
            case LeadLossRefused _ -> begun(state).with(begun(state).soFar().proposing(null));
            case LeadLost lost -> SaleBehaviour.lost(begun(state), lost, time);
            case LeadReopened _ -> SaleBehaviour.reopened(begun(state), time);
            case LeadRecalled recalled ->
                begun(state)
                        .with(recalled.dimensions())
                        .with(Hands.of(begun(state).hands()).takenBack(recalled, time))
                        .recalled(new Recalled(time, recalled.reason(), recalled.previousAdvisorId()));
            case LeadCardUpdated updated ->
                begun(state).with(updated).with(begun(state).knownOutlook().told(updated.interest()));
            case LeadScored scored ->
                begun(state).with(begun(state).knownOutlook().scored(scored));
            case LeadRegisteredAgain again ->
                begun(state)
                        .with(begun(state).cardOrEmpty().registeredAgain(again.reference()))
                        .activeAt(time);
            case LeadClashed clash ->
                begun(state).with(begun(state).cardOrEmpty().clashing(clash(clash)));
            case LeadMerged merged ->
                begun(state)
                        .with(begun(state).cardOrEmpty().mergedInto(merged.intoLeadId()))
                        .with(begun(state).progress().merged());
            case LeadAbsorbed absorbed ->
                begun(state).with(begun(state).cardOrEmpty().absorbing(absorbed.fromLeadId()));
            case VisitLogged _ -> throw new IllegalStateException("a visit is no event of a lead");
        };
    }

    private static Clash clash(LeadClashed event) {
        return new Clash(event.firstStoreId(), event.firstRegisteredAt(), event.protectedUntil());
    }

    /** Whoever gets a lead out of the pool begins anew with it. */
    private static Lead assigned(Lead lead, LeadAssigned event, Instant time) {
        Lead owned = lead.with(event.dimensions()).with(Hands.of(lead.hands()).given(event, time));
        return lead.recalled() == null ? owned : owned.recalled(null).activeAt(time);
    }

    static Lead begun(@Nullable Lead lead) {
        return Objects.requireNonNull(lead, "a lead begins with its registration");
    }
}
