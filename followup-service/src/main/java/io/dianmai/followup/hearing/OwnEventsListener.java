package io.dianmai.followup.hearing;

import io.dianmai.contracts.Envelope;
import io.dianmai.contracts.EventData;
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
import io.dianmai.followup.contact.ContactLog;
import io.dianmai.followup.day.Tallies;
import io.dianmai.followup.plan.FollowUps;
import org.springframework.stereotype.Component;

/** Hears what this service itself has said: what is read by advisor, by day and by contact follows from it, also after a crash. */
@Component
class OwnEventsListener {
    private final FollowUps followUps;
    private final ContactLog contacts;
    private final Tallies tallies;

    OwnEventsListener(FollowUps followUps, ContactLog contacts, Tallies tallies) {
        this.followUps = followUps;
        this.contacts = contacts;
        this.tallies = tallies;
    }

    void on(Envelope<EventData> event) {
        if (event.data() instanceof FollowUpEvent said) {
            switch (said) {
                case ContactLogged _ -> followUps.find(event.aggregateId()).ifPresent(contacts::follow);
                case FollowUpDone done -> tallies.count(event, done);
                case FollowUpOverdue overdue -> tallies.count(event, overdue);
                case FollowUpScheduled _,
                        FollowUpRescheduled _,
                        FollowUpReassigned _,
                        FollowUpCancelled _,
                        FollowUpSkipped _,
                        LevelProposed _ -> {
                    // What is open is read from the plans.
                }
            }
        }
    }
}
