package io.dianmai.lead.lead;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.contracts.reminder.RungAction;
import io.dianmai.kit.aggregate.Command;
import org.springframework.stereotype.Component;

/** Takes a lead from an advisor who did not respond to it in time. */
@Component
public class LapsedResponses {
    private final Leads leads;

    LapsedResponses(Leads leads) {
        this.leads = leads;
    }

    /** Hears every reminder; only the rung that asks for another owner is for leads. */
    public void on(Envelope<?> event, ReminderFired reminder) {
        if (reminder.kind() == DeadlineKind.FIRST_RESPONSE && reminder.action() == RungAction.REASSIGN) {
            leads.follow(reminder.aggregateId(), Command.hearing(event), new LeadCommand.ResponseLapse());
        }
    }
}
