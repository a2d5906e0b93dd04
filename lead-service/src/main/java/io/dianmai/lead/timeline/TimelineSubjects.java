package io.dianmai.lead.timeline;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.followup.FollowUpEvent;
import io.dianmai.contracts.lead.LeadEvent;
import io.dianmai.contracts.lead.VisitLogged;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which lead an event is about, if any. */
final class TimelineSubjects {
    private TimelineSubjects() {}

    /**
     * A lead that something was told of.
     *
     * @param registeredAt when it was put on file, where the event tells it
     */
    record Subject(String leadId, @Nullable Instant registeredAt) {}

    static Optional<Subject> of(Envelope<EventData> event) {
        return switch (event.data()) {
            case VisitLogged visit ->
                Optional.ofNullable(visit.leadId())
                        .map(leadId -> new Subject(leadId, visit.dimensions().registeredAt()));
            case LeadEvent lead ->
                Optional.of(new Subject(event.aggregateId(), lead.dimensions().registeredAt()));
            case FollowUpEvent followUp ->
                Optional.of(
                        new Subject(event.aggregateId(), followUp.dimensions().registeredAt()));
            case ReminderFired rung
            when isAboutLeads(rung.kind()) -> Optional.of(new Subject(rung.aggregateId(), null));
            default -> Optional.empty();
        };
    }

    private static boolean isAboutLeads(DeadlineKind kind) {
        return switch (kind) {
            case FIRST_RESPONSE,
                    FOLLOW_UP,
                    STAGE_15_30_60,
                    LEAD_IDLE,
                    POOL_REVISIT,
                    LOST_REACTIVATION,
                    DEPOSIT_CONTACT,
                    PAYMENT_EXPECTED,
                    DELIVERY_EXPECTED -> true;
            case COMPLAINT_RESPONSE,
                    COMPLAINT_RESOLUTION,
                    HANDOVER_PROMISED,
                    RENEWAL_CONTACT,
                    MAINTENANCE_DUE,
                    CUSTOMER_LAPSE,
                    WARRANTY_CLAIM_AGEING,
                    STORE_SILENT -> false;
        };
    }
}
