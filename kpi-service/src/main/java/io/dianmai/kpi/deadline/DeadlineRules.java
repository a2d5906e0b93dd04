package io.dianmai.kpi.deadline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.aftersales.AfterSalesEvent;
import io.dianmai.contracts.aftersales.AppointmentBooked;
import io.dianmai.contracts.aftersales.ComplaintAnswered;
import io.dianmai.contracts.aftersales.ComplaintOpened;
import io.dianmai.contracts.aftersales.ComplaintReassigned;
import io.dianmai.contracts.aftersales.ComplaintResolved;
import io.dianmai.contracts.aftersales.RepairOrderFinished;
import io.dianmai.contracts.aftersales.RepairOrderHandedOver;
import io.dianmai.contracts.aftersales.RepairOrderOpened;
import io.dianmai.contracts.aftersales.RepairOrderReassigned;
import io.dianmai.contracts.aftersales.RepairOrderSettled;
import io.dianmai.contracts.aftersales.RepairOrderSettlementReversed;
import io.dianmai.contracts.deadline.DeadlineAcknowledged;
import io.dianmai.contracts.deadline.DeadlineEvent;
import io.dianmai.contracts.deadline.DeadlineSnoozed;
import io.dianmai.contracts.followup.ContactLogged;
import io.dianmai.contracts.followup.FollowUpCancelled;
import io.dianmai.contracts.followup.FollowUpDone;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.followup.FollowUpOverdue;
import io.dianmai.contracts.followup.FollowUpReassigned;
import io.dianmai.contracts.followup.FollowUpRescheduled;
import io.dianmai.contracts.followup.FollowUpScheduled;
import io.dianmai.contracts.followup.FollowUpSkipped;
import io.dianmai.contracts.followup.LevelProposed;
import io.dianmai.contracts.followup.TaskPurpose;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.kpi.deadline.DeadlineChange.Arm;
import io.dianmai.kpi.deadline.DeadlineChange.Clear;
import io.dianmai.kpi.deadline.DeadlineChange.HandOver;
import io.dianmai.kpi.deadline.DeadlineChange.Snooze;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which event starts, moves and stops which clock. A task's deadline has the id of the task; those of leads, complaints
 * and repair orders have the id of the aggregate and a suffix.
 */
final class DeadlineRules {
    private static final String RESPONSE = ":response";
    private static final String RESOLUTION = ":resolution";
    private static final String HANDOVER = ":handover";

    private DeadlineRules() {}

    /** What an event does, in the order in which it happens. */
    static List<DeadlineChange> changes(Envelope<? extends EventData> event) {
        String id = event.aggregateId();
        return switch (event.data()) {
            case LeadEvent lead -> LeadClocks.changes(lead, id, event.time());
            case FollowUpEvent followUp -> of(followUp, id, event.time());
            case AfterSalesEvent job -> of(job, id);
            case DeadlineEvent deadline -> of(deadline, id);
            // Not a sealed type: facts, the registry and the reminders themselves set no clock.
            default -> List.of();
        };
    }

    private static List<DeadlineChange> of(DeadlineEvent event, String id) {
        return switch (event) {
            case DeadlineSnoozed snoozed -> List.of(new Snooze(id, snoozed.dueAt(), snoozed.until()));
            // The clock runs on.
            case DeadlineAcknowledged _ -> List.of();
        };
    }

    private static List<DeadlineChange> of(FollowUpEvent event, String planId, Instant time) {
        return switch (event) {
            case FollowUpScheduled task ->
                List.of(new Arm(
                        task.taskId(),
                        kindOf(task.purpose()),
                        planId,
                        task.dimensions().advisorId(),
                        task.dueAt()));
            case FollowUpRescheduled task ->
                List.of(new Arm(
                        task.taskId(),
                        kindOf(task.purpose()),
                        planId,
                        task.dimensions().advisorId(),
                        task.dueAt()));
            case FollowUpReassigned task -> List.of(new HandOver(task.taskId(), task.advisorId()));
            case FollowUpDone task -> List.of(new Clear(task.taskId()));
            case FollowUpCancelled task -> List.of(new Clear(task.taskId()));
            case ContactLogged contact -> LeadClocks.changes(contact, planId, time);
            case FollowUpSkipped task -> List.of(new Clear(task.taskId()));
            case FollowUpOverdue _, LevelProposed _ -> List.of();
        };
    }

    private static List<DeadlineChange> of(AfterSalesEvent event, String id) {
        return switch (event) {
            case ComplaintOpened complaint -> complaint(complaint, id);
            case ComplaintAnswered _ -> List.of(new Clear(id + RESPONSE));
            case ComplaintResolved _ -> List.of(new Clear(id + RESPONSE), new Clear(id + RESOLUTION));
            case RepairOrderOpened order -> promise(order, id);
            case ComplaintReassigned complaint ->
                handedOver(complaint.dimensions().adviserId(), id + RESPONSE, id + RESOLUTION);
            case RepairOrderReassigned order -> handedOver(order.dimensions().adviserId(), id + HANDOVER);
            case RepairOrderHandedOver _ -> List.of(new Clear(id + HANDOVER));
            case AppointmentBooked _, RepairOrderFinished _, RepairOrderSettled _, RepairOrderSettlementReversed _ ->
                List.of();
        };
    }

    private static List<DeadlineChange> complaint(ComplaintOpened complaint, String id) {
        String owner = complaint.dimensions().adviserId();
        return List.of(
                new Arm(id + RESPONSE, DeadlineKind.COMPLAINT_RESPONSE, id, owner, complaint.answerDueAt()),
                new Arm(id + RESOLUTION, DeadlineKind.COMPLAINT_RESOLUTION, id, owner, complaint.resolveDueAt()));
    }

    private static List<DeadlineChange> promise(RepairOrderOpened order, String id) {
        return order.promisedAt() == null
                ? List.of()
                : List.of(new Arm(
                        id + HANDOVER,
                        DeadlineKind.HANDOVER_PROMISED,
                        id,
                        order.dimensions().adviserId(),
                        order.promisedAt()));
    }

    private static List<DeadlineChange> handedOver(@Nullable String ownerId, String... clocks) {
        return ownerId == null
                ? List.of()
                : Stream.of(clocks)
                        .<DeadlineChange>map(clock -> new HandOver(clock, ownerId))
                        .toList();
    }

    private static DeadlineKind kindOf(TaskPurpose purpose) {
        return switch (purpose) {
            case FIRST_RESPONSE -> DeadlineKind.FIRST_RESPONSE;
            case CADENCE, AGREED, STAGE_REVIEW, DEPOSIT_CONTACT, POOL_REVISIT, REACTIVATION -> DeadlineKind.FOLLOW_UP;
        };
    }
}
