package io.dianmai.kpi.deadline;

import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.lead.Channel;
import io.dianmai.contracts.lead.LeadAbsorbed;
import io.dianmai.contracts.lead.LeadAssigned;
import io.dianmai.contracts.lead.LeadCardUpdated;
import io.dianmai.contracts.lead.LeadClashed;
import io.dianmai.contracts.lead.LeadContacted;
import io.dianmai.contracts.lead.LeadDelivered;
import io.dianmai.contracts.lead.LeadDimensions;
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
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.deadline.DeadlineChange.Arm;
import io.dianmai.kpi.deadline.DeadlineChange.Clear;
import io.dianmai.kpi.deadline.DeadlineChange.HandOver;
import io.dianmai.kpi.deadline.DeadlineChange.Restart;
import io.dianmai.kpi.deadline.DeadlineChange.Start;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a lead. Each has the id of the lead and a suffix, and may be set, stopped and set again. The follow-up plan
 * of a lead has the lead's id too.
 */
final class LeadClocks {
    private static final String STAGE = ":stage";
    private static final String IDLE = ":idle";
    private static final String POOL = ":pool";
    private static final String LOST = ":lost";
    private static final String DEPOSIT = ":deposit";
    private static final String PAYMENT = ":payment";
    private static final String DELIVERY = ":delivery";

    private final List<DeadlineChange> changes = new ArrayList<>();
    private final String lead;
    private final LeadDimensions dimensions;
    private final Instant time;

    private LeadClocks(String lead, LeadDimensions dimensions, Instant time) {
        this.lead = lead;
        this.dimensions = dimensions;
        this.time = time;
    }

    /** Whether clocks of this kind are set again under the same id after they were stopped. */
    static boolean comeAgain(DeadlineKind kind) {
        return switch (kind) {
            case STAGE_15_30_60,
                    LEAD_IDLE,
                    POOL_REVISIT,
                    LOST_REACTIVATION,
                    DEPOSIT_CONTACT,
                    PAYMENT_EXPECTED,
                    DELIVERY_EXPECTED,
                    RENEWAL_CONTACT,
                    MAINTENANCE_DUE,
                    CUSTOMER_LAPSE,
                    WARRANTY_CLAIM_AGEING -> true;
            case FIRST_RESPONSE, FOLLOW_UP, COMPLAINT_RESPONSE, COMPLAINT_RESOLUTION, HANDOVER_PROMISED, STORE_SILENT ->
                false;
        };
    }

    /** Of the clocks that the ladder says the due times of; empty for all others. */
    static Optional<DeadlineKind> startedKind(String id) {
        return switch (id.substring(Math.max(0, id.lastIndexOf(':')))) {
            case STAGE -> Optional.of(DeadlineKind.STAGE_15_30_60);
            case IDLE -> Optional.of(DeadlineKind.LEAD_IDLE);
            case POOL -> Optional.of(DeadlineKind.POOL_REVISIT);
            case LOST -> Optional.of(DeadlineKind.LOST_REACTIVATION);
            case DEPOSIT -> Optional.of(DeadlineKind.DEPOSIT_CONTACT);
            default -> Optional.empty();
        };
    }

    static List<DeadlineChange> changes(LeadEvent event, String lead, Instant time) {
        return new LeadClocks(lead, event.dimensions(), time).on(event);
    }

    private List<DeadlineChange> on(LeadEvent event) {
        return switch (event) {
            case LeadRegistered _ ->
                clear(LOST).stage().start(IDLE, DeadlineKind.LEAD_IDLE).done();
            case LeadAssigned assigned -> assigned(assigned);
            case LeadVisited _ -> clearStage().restart(IDLE).done();
            case LeadTestDriven _ -> restart(IDLE).done();
            case LeadOrdered ordered ->
                clearStage()
                        .clear(IDLE)
                        .start(DEPOSIT, DeadlineKind.DEPOSIT_CONTACT)
                        .expect(PAYMENT, DeadlineKind.PAYMENT_EXPECTED, ordered.expectedPayment())
                        .expect(DELIVERY, DeadlineKind.DELIVERY_EXPECTED, ordered.expectedDelivery())
                        .done();
            case LeadOrderCancelled _ ->
                clearOrder().start(IDLE, DeadlineKind.LEAD_IDLE).done();
            case LeadDelivered _ ->
                clearStage().clearOrder().clear(IDLE, POOL, LOST).done();
            case LeadLost _ ->
                clearStage()
                        .clearOrder()
                        .clear(IDLE, POOL)
                        .start(LOST, DeadlineKind.LOST_REACTIVATION)
                        .done();
            case LeadRecalled _ ->
                clearStage().clear(IDLE).start(POOL, DeadlineKind.POOL_REVISIT).done();
            case LeadMerged _ ->
                clearStage().clearOrder().clear(IDLE, POOL, LOST).done();
            // Days 15, 30 and 60 lie behind it; what it may do is idle.
            case LeadReopened _ ->
                clear(LOST).start(IDLE, DeadlineKind.LEAD_IDLE).done();
            case LeadRegisteredAgain _ -> restart(IDLE).done();
            case LeadOrderChanged changed -> orderChanged(changed);
            case LeadPaymentReceived payment ->
                payment.outstanding() > 0 ? List.of() : clear(PAYMENT).done();
            // That somebody was reached is told by the contact itself.
            case LeadContacted _,
                    LeadGraded _,
                    VisitLogged _,
                    LeadCardUpdated _,
                    LeadClashed _,
                    LeadAbsorbed _,
                    LeadScored _,
                    LeadQuoted _,
                    LeadLossProposed _,
                    LeadLossRefused _ -> List.of();
        };
    }

    /** An effective contact. */
    static List<DeadlineChange> changes(ContactLogged contact, String lead, Instant time) {
        return contact.effective()
                ? new LeadClocks(lead, contact.dimensions(), time)
                        .clear(POOL, LOST)
                        .restart(IDLE)
                        .restart(DEPOSIT)
                        .done()
                : List.of();
    }

    /** Where nobody owned it, it was recalled, or is new: now somebody has it, and may let it idle. */
    private List<DeadlineChange> assigned(LeadAssigned assigned) {
        for (String clock : List.of(IDLE, POOL, LOST, DEPOSIT, PAYMENT, DELIVERY)) {
            changes.add(new HandOver(lead + clock, assigned.advisorId()));
        }
        if (dimensions.channel() == Channel.WEB) {
            changes.add(new HandOver(lead + STAGE, assigned.advisorId()));
        }
        if (assigned.previousAdvisorId() == null) {
            changes.add(
                    new Start(lead + IDLE, DeadlineKind.LEAD_IDLE, lead, assigned.advisorId(), time, lead + DEPOSIT));
        }
        return changes;
    }

    /** Only the clock of a time that is another one now: the other one runs on with the rungs that it has fired. */
    private List<DeadlineChange> orderChanged(LeadOrderChanged changed) {
        Instant payment = changed.outstanding() > 0 ? changed.expectedPayment() : null;
        return move(PAYMENT, DeadlineKind.PAYMENT_EXPECTED, changed.previousExpectedPayment(), payment)
                .move(
                        DELIVERY,
                        DeadlineKind.DELIVERY_EXPECTED,
                        changed.previousExpectedDelivery(),
                        changed.expectedDelivery())
                .done();
    }

    private LeadClocks move(String clock, DeadlineKind kind, @Nullable Instant before, @Nullable Instant dueAt) {
        if (Objects.equals(before, dueAt)) {
            return this;
        }
        return dueAt == null ? clear(clock) : expect(clock, kind, dueAt);
    }

    private LeadClocks stage() {
        return dimensions.channel() == Channel.WEB ? start(STAGE, DeadlineKind.STAGE_15_30_60) : this;
    }

    private LeadClocks clearStage() {
        return dimensions.channel() == Channel.WEB ? clear(STAGE) : this;
    }

    private LeadClocks clearOrder() {
        return clear(DEPOSIT, PAYMENT, DELIVERY);
    }

    private LeadClocks start(String clock, DeadlineKind kind) {
        changes.add(new Start(lead + clock, kind, lead, dimensions.advisorId(), time, null));
        return this;
    }

    private LeadClocks restart(String clock) {
        changes.add(new Restart(lead + clock, time));
        return this;
    }

    private LeadClocks expect(String clock, DeadlineKind kind, @Nullable Instant dueAt) {
        if (dueAt != null) {
            changes.add(new Arm(lead + clock, kind, lead, dimensions.advisorId(), dueAt));
        }
        return this;
    }

    private LeadClocks clear(String... clocks) {
        for (String clock : clocks) {
            changes.add(new Clear(lead + clock));
        }
        return this;
    }

    private List<DeadlineChange> done() {
        return changes;
    }
}
