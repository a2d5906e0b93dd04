package io.dianmai.followup.hearing;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.followup.plan.FollowUps;
import io.dianmai.kit.aggregate.Command;
import io.dianmai.kit.messaging.Effects;
import org.springframework.stereotype.Component;

/** Hears of lapsed deadlines: the one whose subject is a task of a plan marks that task overdue. */
@Component
class ReminderListener {
    private final FollowUps followUps;

    ReminderListener(FollowUps followUps) {
        this.followUps = followUps;
    }

    void on(Envelope<EventData> event) {
        if (event.data() instanceof ReminderFired fired) {
            switch (fired.kind()) {
                case FIRST_RESPONSE, FOLLOW_UP -> on(event, fired);
                case COMPLAINT_RESPONSE, COMPLAINT_RESOLUTION, HANDOVER_PROMISED, STORE_SILENT -> {
                    // Others act on these.
                }
            }
        }
    }

    private void on(Envelope<EventData> event, ReminderFired fired) {
        switch (fired.action()) {
            case MARK_OVERDUE ->
                Effects.require(followUps.lapse(
                        fired.aggregateId(), Command.hearing(event), event.aggregateId(), fired.dueAt()));
            case NOTIFY, REASSIGN -> {
                // People are told by kpi-service; lead-service reassigns.
            }
        }
    }
}
