package io.dianmai.followup.hearing;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
import io.dianmai.contracts.reminder.DeadlineKind;
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
        if (event.data() instanceof ReminderFired fired && isOfTask(fired.kind())) {
            on(event, fired);
        }
    }

    private static boolean isOfTask(DeadlineKind kind) {
        return kind == DeadlineKind.FIRST_RESPONSE || kind == DeadlineKind.FOLLOW_UP;
    }

    private void on(Envelope<EventData> event, ReminderFired fired) {
        switch (fired.action()) {
            case MARK_OVERDUE ->
                Effects.require(followUps.lapse(
                        fired.aggregateId(), Command.hearing(event), event.aggregateId(), fired.dueAt()));
            case NOTIFY, REASSIGN, RECALL -> {
                // People are told by kpi-service; lead-service reassigns and recalls.
            }
        }
    }
}
