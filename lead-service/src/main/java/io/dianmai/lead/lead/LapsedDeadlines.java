package io.dianmai.lead.lead;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.reminder.DeadlineKind;
import io.dianmai.contracts.reminder.ReminderFired;
import io.dianmai.kit.aggregate.Command;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is done about a lead when a rung fires. People are told by others; here a lapse has consequences. */
@Component
public class LapsedDeadlines {
    private final Leads leads;

    LapsedDeadlines(Leads leads) {
        this.leads = leads;
    }

    /** Hears every reminder; few are about leads and ask for anything. */
    public void on(Envelope<?> event, ReminderFired rung) {
        consequence(rung).ifPresent(asked -> leads.follow(rung.aggregateId(), Command.hearing(event), asked));
    }

    private static Optional<LeadCommand> consequence(ReminderFired rung) {
        return switch (rung.action()) {
            case REASSIGN -> passOn(rung);
            case RECALL -> recall(rung);
            case NOTIFY, MARK_OVERDUE -> Optional.empty();
        };
    }

    private static Optional<LeadCommand> passOn(ReminderFired rung) {
        if (rung.kind() == DeadlineKind.FIRST_RESPONSE) {
            return Optional.of(new LeadCommand.ResponseLapse(rung.ownerId(), rung.firedAt()));
        }
        return rung.kind() == DeadlineKind.FOLLOW_UP
                ? Optional.of(new LeadCommand.ContactLapse(rung.ownerId(), rung.dueAt(), rung.firedAt()))
                : Optional.empty();
    }

    private static Optional<LeadCommand> recall(ReminderFired rung) {
        return rung.kind() == DeadlineKind.LEAD_IDLE
                ? Optional.of(new LeadCommand.IdleLapse(rung.ownerId(), rung.dueAt(), rung.firedAt()))
                : Optional.empty();
    }
}
